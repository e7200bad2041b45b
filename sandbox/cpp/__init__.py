"""Submissions in C++: compiled behind walls, then run in the same locked-down child as Python ones."""
