// What goes back to sandbox/cpp/native.py: a value, or an exception.
#pragma once

namespace mianjing {

/// The answer to the last question; it lives until the next one.
inline std::string answer;

MIANJING_RARE inline const char* given_back(std::string bytes, std::size_t* size) {
    std::cout.flush();
    std::fflush(nullptr);
    answer = std::move(bytes);
    *size = answer.size();
    return answer.data();
}

/// An exception: the Python exception that it stands for (empty where none does), its own type, its message.
struct Thrown {
    std::string kind, type, message;

    MIANJING_RARE void write(Writer& writer) const {
        writer.text(kind);
        writer.text(type);
        writer.text(message);
    }
};

/// What is being handled right now; to be called in a catch block.
MIANJING_RARE inline Thrown thrown() {
    auto told = [](const char* kind, const std::exception& error) {
        return Thrown{kind, demangled(typeid(error).name()), error.what()};
    };
    try {
        throw;
    } catch (const Misfit& error) {
        return Thrown{"TypeError", "TypeError", error.what()};
    } catch (const std::out_of_range& error) {
        return told("IndexError", error);
    } catch (const std::invalid_argument& error) {
        return told("ValueError", error);
    } catch (const std::domain_error& error) {
        return told("ValueError", error);
    } catch (const std::bad_alloc& error) {
        return told("MemoryError", error);
    } catch (const std::exception& error) {
        return told("", error);
    } catch (abi::__forced_unwind&) {
        throw;
    } catch (const char* message) {
        return Thrown{"", "const char*", message};
    } catch (const std::string& message) {
        return Thrown{"", "std::string", message};
    } catch (...) {
        auto* type = abi::__cxa_current_exception_type();
        return Thrown{"", type ? demangled(type->name()) : "unknown", ""};
    }
}

}  // namespace mianjing
