// Calls a submission's function with arguments of whatever types it declares.
#pragma once

namespace mianjing {

template <class T>
inline constexpr bool is_changeable = std::is_lvalue_reference_v<T> && !std::is_const_v<std::remove_reference_t<T>>;

template <class T>
decltype(auto) passed(std::remove_cvref_t<T>& value) {
    if constexpr (std::is_lvalue_reference_v<T>) return static_cast<std::remove_cvref_t<T>&>(value);
    else return std::move(value);
}

template <class T>
std::string written(const T& value) {
    Writer writer;
    write(writer, value);
    return writer.bytes;
}

/// What changeable arguments look like; empty for the others.
template <class... A, class Arguments, std::size_t... I>
std::array<std::string, sizeof...(A)> looks(const Arguments& arguments, std::index_sequence<I...>) {
    return {(is_changeable<A> ? written(std::get<I>(arguments)) : std::string())...};
}

/// Answers ["returned", value, [[index, value] of arguments that changed]].
template <class R, class... A, std::size_t... I>
void call(R (*function)(A...), Reader& reader, Writer& writer, std::index_sequence<I...> all) {
    std::tuple<std::remove_cvref_t<A>...> arguments{read<std::remove_cvref_t<A>>(reader)...};
    auto before = looks<A...>(arguments, all);
    writer.tag('l');
    writer.size(3);
    writer.text("returned");
    if constexpr (std::is_void_v<R>) {
        function(passed<A>(std::get<I>(arguments))...);
        writer.tag('N');
    } else {
        write(writer, static_cast<const std::remove_cvref_t<R>&>(function(passed<A>(std::get<I>(arguments))...)));
    }
    auto after = looks<A...>(arguments, all);
    writer.tag('l');
    writer.size((std::size_t{0} + ... + (before[I] != after[I])));
    auto put = [&](std::size_t index) {
        if (before[index] == after[index]) return;
        writer.tag('l');
        writer.size(2);
        writer.integer(index);
        writer.bytes += after[index];
    };
    (put(I), ...);
}

template <std::size_t parameters, class R, class... A>
void answer_call(R (*function)(A...), Reader& reader, Writer& writer) {
    static_assert(sizeof...(A) == parameters, "参数个数不对 (wrong number of parameters)");
    reader.tag();
    Reader::check(reader.size(), parameters);
    call(function, reader, writer, std::index_sequence_for<A...>());
}

/// A function on a linked list. Answers ["returned", [[index of the node or -1, …], [value, …]], []] along the chain.
template <class... A, std::size_t... I>
void call_on_list(ListNode* (*function)(ListNode*, A...), Reader& reader, Writer& writer, std::index_sequence<I...>) {
    auto values = read<std::vector<long long>>(reader);
    std::vector<ListNode*> nodes;
    // One by one: a submission may delete them.
    for (auto value : values) nodes.push_back(new ListNode(value));
    std::unordered_map<const ListNode*, std::int64_t> places;
    for (std::size_t index = 0; index < nodes.size(); ++index) {
        places[nodes[index]] = index;
        if (index) nodes[index - 1]->next = nodes[index];
    }
    std::tuple<std::remove_cvref_t<A>...> arguments{read<std::remove_cvref_t<A>>(reader)...};
    ListNode* current = function(nodes.empty() ? nullptr : nodes[0], passed<A>(std::get<I>(arguments))...);
    std::vector<std::int64_t> indices;
    std::vector<long long> kept;
    // One node more than were given is enough to know that the chain is too long or has a cycle.
    for (; current && indices.size() <= nodes.size(); current = current->next) {
        auto found = places.find(current);
        indices.push_back(found == places.end() ? -1 : found->second);
        kept.push_back(current->val);
    }
    writer.tag('l');
    writer.size(3);
    writer.text("returned");
    write(writer, std::make_tuple(indices, kept));
    writer.tag('l');
    writer.size(0);
}

template <std::size_t parameters, class... A>
void answer_list_call(ListNode* (*function)(ListNode*, A...), Reader& reader, Writer& writer) {
    static_assert(sizeof...(A) + 1 == parameters, "参数个数不对 (wrong number of parameters)");
    reader.tag();
    Reader::check(reader.size(), parameters);
    call_on_list(function, reader, writer, std::index_sequence_for<A...>());
}

/// Runs a body that reads a request and writes an answer; an exception becomes the answer ["threw", …].
template <class Body>
const char* answered(const unsigned char* request, std::size_t size, std::size_t* answer_size, Body body) {
    Reader reader(request, size);
    Writer writer;
    try {
        body(reader, writer);
    } catch (...) {
        writer.bytes.clear();
        writer.tag('l');
        writer.size(4);
        writer.text("threw");
        thrown().write(writer);
    }
    return given_back(std::move(writer.bytes), answer_size);
}

}  // namespace mianjing
