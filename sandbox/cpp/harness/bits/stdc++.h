// judge.hpp has included the usual headers already; reading all of the library again would take a second.
