// The judge's values (sandbox/wire.py) as C++ values of the types that a submission asks for, and back.
//
// A value is a one-byte tag and a body, sizes are 8 bytes, everything is little-endian.
#pragma once

/// For what runs at most once an answer: made small and not inlined, it costs the optimiser less time.
#define MIANJING_RARE __attribute__((cold, noinline))

namespace mianjing {

/// A value of the case that the parameter's type cannot hold.
struct Misfit : std::exception {
    explicit Misfit(std::string text) : text(std::move(text)) {}
    const char* what() const noexcept override { return text.c_str(); }
    std::string text;
};

MIANJING_RARE inline std::string demangled(const char* name) {
    int status = 0;
    char* readable = abi::__cxa_demangle(name, nullptr, nullptr, &status);
    std::string text = status == 0 ? readable : name;
    std::free(readable);
    return text;
}

template <class T>
MIANJING_RARE std::string type_name() {
    if constexpr (std::is_same_v<T, std::string>) return "std::string";
    return demangled(typeid(T).name());
}

template <class T>
inline constexpr bool is_character = std::is_same_v<T, char> || std::is_same_v<T, char8_t> ||
    std::is_same_v<T, char16_t> || std::is_same_v<T, char32_t> || std::is_same_v<T, wchar_t>;
template <class T>
concept Integer = (std::is_integral_v<T> && !std::is_same_v<T, bool> && !is_character<T>) ||
    std::is_same_v<T, __int128>;
template <class T>
concept Mapping = requires { typename T::key_type; typename T::mapped_type; };
template <class T>
concept Keyed = requires { typename T::key_type; } && !Mapping<T>;
template <class T>
concept Sequence = requires(T value) { typename T::value_type; value.begin(); value.end(); };
template <class T>
concept Tupled = requires { std::tuple_size<T>::value; } && !Sequence<T>;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool never = false;

class Reader {
public:
    Reader(const unsigned char* at, std::size_t size) : at(at), end(at + size) {}

    unsigned char tag() { return *take(1); }
    unsigned char upcoming() const {
        if (at == end) too_short();
        return *at;
    }
    std::uint64_t size() { return number<std::uint64_t>(); }
    template <class T>
    T number() {
        T value;
        std::memcpy(&value, take(sizeof value), sizeof value);
        return value;
    }
    const unsigned char* take(std::size_t count) {
        if (count > static_cast<std::size_t>(end - at)) too_short();
        at += count;
        return at - count;
    }
    [[noreturn]] MIANJING_RARE static void too_short() { throw Misfit("the data of the case ends too early"); }
    MIANJING_RARE static void check(std::uint64_t count, std::size_t wanted) {
        if (count != wanted) throw Misfit("the case has another number of arguments");
    }
    __attribute__((noinline)) __int128 integer() {
        auto size = number<std::uint16_t>();
        if (size == 0 || size > 16) throw Misfit("整数超出 64 位 (an integer of more than 64 bits)");
        const unsigned char* bytes = take(size);
        unsigned __int128 value = bytes[size - 1] & 0x80 ? ~static_cast<unsigned __int128>(0) : 0;
        for (int index = size - 1; index >= 0; --index) value = value << 8 | bytes[index];
        return static_cast<__int128>(value);
    }
    MIANJING_RARE std::string text() {
        auto count = size();
        return {reinterpret_cast<const char*>(take(count)), count};
    }

private:
    const unsigned char* at;
    const unsigned char* end;
};

inline const char* kind_of(unsigned char tag) {
    switch (tag) {
        case 'N': return "None";
        case 'T': case 'F': return "bool";
        case 'i': return "int";
        case 'f': return "float";
        case 's': return "str";
        case 'b': return "bytes";
        case 't': return "tuple";
        case 'd': return "dict";
        case 'e': return "set";
        case 'l': case 'q': case 'r': case 'm': return "list";
    }
    return "value";
}

[[noreturn]] MIANJING_RARE inline void misfit(unsigned char tag, std::string name) {
    std::string kind = kind_of(tag);
    throw Misfit("输入是 " + kind + "，参数类型却是 " + name + " (a " + kind + " where the parameter is " + name + ")");
}

template <class T>
[[noreturn]] void misfit(unsigned char tag) {
    misfit(tag, type_name<T>());
}

[[noreturn]] MIANJING_RARE inline void misfit(__int128 value, std::string name) {
    std::string shown = std::to_string(static_cast<long long>(value));
    throw Misfit("输入 " + shown + " 放不进参数类型 " + name + " (" + shown + " does not fit into " + name + ")");
}

template <class T>
T fitted(__int128 value) {
    if constexpr (std::is_floating_point_v<T>) {
        return static_cast<T>(value);
    } else if constexpr (Integer<T>) {
        if (value < static_cast<__int128>(std::numeric_limits<T>::min()) ||
            value > static_cast<__int128>(std::numeric_limits<T>::max())) {
            misfit(value, type_name<T>());
        }
        return static_cast<T>(value);
    } else {
        misfit<T>('i');
    }
}

template <class T>
T fitted(double value) {
    if constexpr (std::is_floating_point_v<T>) return static_cast<T>(value);
    else misfit<T>('f');
}

__attribute__((noinline)) inline std::u32string code_points(const std::string& text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        unsigned char first = text[at++];
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
        char32_t point = more ? first & (0x3F >> more) : first;
        for (; more > 0 && at < text.size(); --more) point = point << 6 | (text[at++] & 0x3F);
        points.push_back(point);
    }
    return points;
}

inline void append_utf8(std::string& text, char32_t point) {
    if (point < 0x80) {
        text += static_cast<char>(point);
        return;
    }
    int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    text += static_cast<char>((0xF00 >> more & 0xF0) | point >> (6 * more));
    while (more-- > 0) text += static_cast<char>(0x80 | (point >> (6 * more) & 0x3F));
}

template <class T>
T read(Reader& reader);

template <class T>
void add(T& container, typename T::value_type&& value) {
    if constexpr (Keyed<T>) container.insert(std::move(value));
    else if constexpr (requires { container.push_back(std::move(value)); }) container.push_back(std::move(value));
    else container.insert_after(std::next(container.before_begin(), std::distance(container.begin(), container.end())), std::move(value));
}

/// Each item of a sequence, in order, whatever form it travels in.
template <class Item, class Take>
void read_items(Reader& reader, unsigned char tag, Take take) {
    switch (tag) {
        case 'q':
            for (auto count = reader.size() / 8; count > 0; --count)
                take(fitted<Item>(static_cast<__int128>(reader.number<std::int64_t>())));
            return;
        case 'r':
            for (auto count = reader.size() / 8; count > 0; --count) take(fitted<Item>(reader.number<double>()));
            return;
        case 'l': case 't': case 'e':
            for (auto count = reader.size(); count > 0; --count) take(read<Item>(reader));
            return;
    }
    misfit<Item>(tag);
}

/// A list of integers with some other values among them: the integers, then the places and values of the others.
template <class Item>
std::deque<Item> read_mixed(Reader& reader) {
    std::vector<std::int64_t> integers, places;
    read_items<std::int64_t>(reader, reader.tag(), [&](auto value) { integers.push_back(value); });
    read_items<std::int64_t>(reader, reader.tag(), [&](auto value) { places.push_back(value); });
    std::vector<char> other(integers.size());
    for (auto place : places) other.at(place) = 1;
    std::deque<Item> items(integers.size());
    if constexpr (is_optional<Item>) {
        using Inner = typename Item::value_type;
        for (std::size_t index = 0; index < items.size(); ++index)
            if (!other[index]) items[index] = fitted<Inner>(static_cast<__int128>(integers[index]));
    } else {
        for (std::size_t index = 0; index < items.size(); ++index)
            if (!other[index]) items[index] = fitted<Item>(static_cast<__int128>(integers[index]));
    }
    std::size_t next = 0;
    read_items<Item>(reader, reader.tag(), [&](Item&& value) { items.at(places.at(next++)) = std::move(value); });
    return items;
}

template <class T>
T read(Reader& reader) {
    if constexpr (is_optional<T>) {
        if (reader.upcoming() != 'N') return T(read<typename T::value_type>(reader));
        reader.tag();
        return std::nullopt;
    } else {
        auto tag = reader.tag();
        if constexpr (std::is_same_v<T, bool>) {
            if (tag == 'T' || tag == 'F') return tag == 'T';
        } else if constexpr (Integer<T>) {
            if (tag == 'i') return fitted<T>(reader.integer());
        } else if constexpr (std::is_floating_point_v<T>) {
            if (tag == 'f') return static_cast<T>(reader.number<double>());
            if (tag == 'i') return static_cast<T>(reader.integer());
        } else if constexpr (std::is_same_v<T, std::string>) {
            if (tag == 's' || tag == 'b') return reader.text();
        } else if constexpr (std::is_same_v<T, std::u32string>) {
            if (tag == 's') return code_points(reader.text());
        } else if constexpr (std::is_same_v<T, char>) {
            if (tag == 's') {
                auto text = reader.text();
                if (text.size() == 1) return text[0];
                throw Misfit("\"" + text + "\" 不是一个 char (is no single char)");
            }
        } else if constexpr (Mapping<T>) {
            if (tag == 'd') {
                T mapping;
                for (auto count = reader.size(); count > 0; --count) {
                    auto key = read<typename T::key_type>(reader);
                    mapping.emplace(std::move(key), read<typename T::mapped_type>(reader));
                }
                return mapping;
            }
        } else if constexpr (Tupled<T> || requires { std::tuple_size<T>::value; }) {
            if (tag == 't' || tag == 'l') {
                T tuple;
                if (reader.size() != std::tuple_size_v<T>) misfit<T>(tag);
                std::apply([&](auto&... item) { ((item = read<std::remove_cvref_t<decltype(item)>>(reader)), ...); }, tuple);
                return tuple;
            }
        } else if constexpr (Sequence<T>) {
            using Item = typename T::value_type;
            T container;
            if constexpr (std::is_floating_point_v<Item> || is_optional<Item>) {
                if (tag == 'm') {
                    for (auto&& item : read_mixed<Item>(reader)) add(container, std::move(item));
                    return container;
                }
            }
            if (tag == 'q' || tag == 'r' || tag == 'l' || tag == 't' || tag == 'e') {
                read_items<Item>(reader, tag, [&](Item item) { add(container, std::move(item)); });
                return container;
            }
        } else {
            static_assert(never<T>, "不支持这种参数类型 (this parameter type is not supported)");
        }
        misfit<T>(tag);
    }
}

class Writer {
public:
    std::string bytes;

    __attribute__((noinline)) void tag(char value) { bytes += value; }
    template <class T>
    __attribute__((noinline)) void number(T value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
    void size(std::uint64_t value) { number(value); }
    __attribute__((noinline)) void text(std::string_view value) {
        tag('s');
        size(value.size());
        bytes += value;
    }
    __attribute__((noinline)) void integer(__int128 value) {
        tag('i');
        bool small = value >= INT64_MIN && value <= INT64_MAX;
        number<std::uint16_t>(small ? 8 : 16);
        if (small) number(static_cast<std::int64_t>(value));
        else number(value);
    }
};

template <class T>
void write(Writer& writer, const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        writer.tag(value ? 'T' : 'F');
    } else if constexpr (Integer<T>) {
        writer.integer(static_cast<__int128>(value));
    } else if constexpr (std::is_floating_point_v<T>) {
        writer.tag('f');
        writer.number(static_cast<double>(value));
    } else if constexpr (std::is_same_v<T, std::u32string> || std::is_same_v<T, std::u32string_view>) {
        std::string text;
        for (auto point : value) append_utf8(text, point);
        writer.text(text);
    } else if constexpr (std::is_same_v<T, char>) {
        writer.text({&value, 1});
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        writer.text(value);
    } else if constexpr (std::is_same_v<T, std::nullptr_t> || std::is_same_v<T, std::monostate>) {
        writer.tag('N');
    } else if constexpr (is_optional<T>) {
        if (value) write(writer, *value);
        else writer.tag('N');
    } else if constexpr (Mapping<T>) {
        writer.tag('d');
        writer.size(value.size());
        for (const auto& [key, mapped] : value) {
            write(writer, key);
            write(writer, mapped);
        }
    } else if constexpr (Tupled<T>) {
        writer.tag('t');
        writer.size(std::tuple_size_v<T>);
        std::apply([&](const auto&... item) { (write(writer, item), ...); }, value);
    } else if constexpr (Sequence<T>) {
        using Item = typename T::value_type;
        constexpr bool packed = Integer<Item> && (sizeof(Item) < 8 || (sizeof(Item) == 8 && std::is_signed_v<Item>));
        std::uint64_t count = std::distance(value.begin(), value.end());
        writer.tag(Keyed<T> ? 'e' : packed ? 'q' : 'l');
        writer.size(packed && !Keyed<T> ? 8 * count : count);
        for (const auto& item : value) {
            if constexpr (packed && !Keyed<T>) writer.number(static_cast<std::int64_t>(item));
            else write(writer, static_cast<const Item&>(item));
        }
    } else {
        static_assert(never<T>, "不支持这种返回类型 (this return type is not supported)");
    }
}

}  // namespace mianjing
