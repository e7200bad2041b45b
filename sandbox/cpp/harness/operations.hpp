// Runs a long sequence of operations on objects of a submission's class; the arguments come in columns
// (sandbox/operations.py).
#pragma once

namespace mianjing {

/// std::vector<bool> has no bool to refer to.
template <class T>
using Column = std::conditional_t<std::is_same_v<T, bool>, std::deque<bool>, std::vector<T>>;

/// Results of one kind of operation, in order.
class Results {
public:
    template <class T>
    void add(const T& value) {
        ++count;
        if constexpr (Integer<T>) {
            if (static_cast<__int128>(value) == static_cast<std::int64_t>(value)) {
                integers.number(static_cast<std::int64_t>(value));
                return;
            }
        }
        other();
        write(others, value);
    }
    void nothing() {
        ++count;
        other();
        others.tag('N');
    }
    /// As a mixed list: packed integers, then the places and values of everything else.
    void write_to(Writer& writer) const {
        writer.tag('m');
        packed(writer, integers.bytes);
        packed(writer, places.bytes);
        writer.tag('l');
        writer.size(places.bytes.size() / 8);
        writer.bytes += others.bytes;
    }

private:
    void other() {
        places.number(count - 1);
        integers.number(std::int64_t{0});
    }
    static void packed(Writer& writer, const std::string& numbers) {
        writer.tag('q');
        writer.size(numbers.size());
        writer.bytes += numbers;
    }

    std::int64_t count = 0;
    Writer integers, places, others;
};

template <class Object>
struct Operation {
    virtual ~Operation() = default;
    virtual void load(Reader& columns) = 0;
    virtual void run(Object& object) = 0;
    Results results;
};

template <class Object, class Function, class... T>
struct Method final : Operation<Object> {
    explicit Method(Function function) : function(function) {}

    void load(Reader& columns) override {
        columns.tag();
        Reader::check(columns.size(), sizeof...(T));
        std::apply([&](auto&... column) { ((column = read<std::remove_cvref_t<decltype(column)>>(columns)), ...); }, arguments);
    }

    void run(Object& object) override { run(object, std::index_sequence_for<T...>()); }

    template <std::size_t... I>
    void run(Object& object, std::index_sequence<I...>) {
        auto row = next++;
        if constexpr (std::is_void_v<decltype(function(object, std::get<I>(arguments)[row]...))>) {
            function(object, std::get<I>(arguments)[row]...);
            this->results.nothing();
        } else {
            decltype(auto) value = function(object, std::get<I>(arguments)[row]...);
            this->results.add(static_cast<const std::remove_cvref_t<decltype(value)>&>(value));
        }
    }

    Function function;
    std::tuple<Column<T>...> arguments;
    std::size_t next = 0;
};

template <class Object, class... T, class Function>
std::unique_ptr<Operation<Object>> method(Function function) {
    return std::make_unique<Method<Object, Function, T...>>(function);
}

template <class Object, class... T>
std::unique_ptr<Object> built(Reader& arguments) {
    arguments.tag();
    Reader::check(arguments.size(), sizeof...(T));
    std::tuple<T...> values{read<T>(arguments)...};
    return std::apply([](auto&... value) { return std::make_unique<Object>(value...); }, values);
}

/// Whether an exception ends one operation but not the sequence.
inline bool is_recorded(const Thrown& thrown) { return thrown.kind == "IndexError" || thrown.kind == "ValueError"; }

/// Answers ["ran", results of each kind of operation, [[index, kind, type, message] of the exceptions]].
///
/// The request holds the constructors' arguments, the kind (index into `operations`) and object of each operation, and
/// the columns of each kind. Exceptions of constructors have the index -1 - object.
template <class Object, class Build>
void answer_operations(
    Reader& reader, Writer& writer, Build build, std::vector<std::unique_ptr<Operation<Object>>> operations) {
    Writer raised;
    std::size_t count = 0;
    bool ended = false;
    auto record = [&](const Thrown& thrown) MIANJING_RARE {
        raised.tag('l');
        raised.size(4);
        raised.integer(position);
        thrown.write(raised);
        ++count;
        ended = ended || !is_recorded(thrown);
    };
    reader.tag();
    reader.size();
    std::vector<std::unique_ptr<Object>> objects;
    reader.tag();
    for (auto left = reader.size(); left > 0; --left) {
        position = -1 - static_cast<std::int64_t>(objects.size());
        objects.emplace_back();
        try {
            objects.back() = build(reader);
        } catch (...) {
            record(thrown());
        }
    }
    auto kinds = read<std::vector<std::int32_t>>(reader), instances = read<std::vector<std::int32_t>>(reader);
    reader.tag();
    reader.size();
    for (auto& operation : operations) operation->load(reader);
    for (std::size_t index = 0; index < kinds.size() && !ended; ++index) {
        position = index;
        auto& operation = *operations.at(kinds[index]);
        try {
            operation.run(*objects.at(instances[index]));
        } catch (...) {
            operation.results.nothing();
            record(thrown());
        }
    }
    // Destructors are part of the class: one that crashes is told of like any other crash.
    objects.clear();
    writer.tag('l');
    writer.size(3);
    writer.text("ran");
    writer.tag('l');
    writer.size(operations.size());
    for (auto& operation : operations) operation->results.write_to(writer);
    writer.tag('l');
    writer.size(count);
    writer.bytes += raised.bytes;
}

}  // namespace mianjing
