// A crash ends the process; before it does, the judge is told which one it was.
#pragma once

namespace mianjing {

/// Frames made ahead in Python, one a kind of crash: nothing may be allocated once it has happened.
struct CrashReport {
    char* bytes = nullptr;
    std::size_t size = 0;
    std::ptrdiff_t position_at = -1;
};

enum Crash { segmentation_fault, stack_overflow, division, illegal_instruction, abortion, crashes };

inline CrashReport crash_reports[crashes];
inline int crash_descriptor = -1;
/// Index of the operation that runs, as the judge counts them.
inline volatile std::int64_t position = 0;
alignas(16) inline char crash_stack[1 << 16];

inline std::uintptr_t stack_pointer(const void* context) {
    auto* registers = static_cast<const ucontext_t*>(context);
#if defined(__x86_64__)
    return registers->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
    return registers->uc_mcontext.sp;
#else
    return 0;
#endif
}

inline void on_crash(int signal, siginfo_t* information, void* context) {
    Crash crash = signal == SIGFPE ? division : signal == SIGILL ? illegal_instruction : signal == SIGABRT || signal == SIGTRAP ? abortion : segmentation_fault;
#if defined(__x86_64__)
    // abort() may not send itself a signal here; then it halts, which no process may.
    constexpr unsigned char halt = 0xF4;
    auto* instruction = reinterpret_cast<const unsigned char*>(
        static_cast<const ucontext_t*>(context)->uc_mcontext.gregs[REG_RIP]);
    if (signal == SIGSEGV && information->si_code == SI_KERNEL && *instruction == halt) crash = abortion;
#endif
    if (crash == segmentation_fault && signal == SIGSEGV) {
        // Code that has used up its stack touches an address next to the stack pointer.
        auto distance = reinterpret_cast<std::uintptr_t>(information->si_addr) - stack_pointer(context) + (1 << 20);
        if (distance < 2u << 20) crash = stack_overflow;
    }
    CrashReport& report = crash_reports[crash];
    std::int64_t now = position;
    if (report.position_at >= 0) std::memcpy(report.bytes + report.position_at, &now, sizeof now);
    for (std::size_t written = 0; written < report.size;) {
        ssize_t count = ::write(crash_descriptor, report.bytes + written, report.size - written);
        if (count <= 0) break;
        written += count;
    }
    ::_exit(1);
}

}  // namespace mianjing

extern "C" __attribute__((visibility("default"))) void mianjing_report_crash(
    int descriptor, int crash, const char* bytes, std::size_t size, std::ptrdiff_t position_at) {
    using namespace mianjing;
    CrashReport& report = crash_reports[crash];
    std::free(report.bytes);
    report = {static_cast<char*>(std::malloc(size)), size, position_at};
    std::memcpy(report.bytes, bytes, size);
    crash_descriptor = descriptor;
}

extern "C" __attribute__((visibility("default"))) void mianjing_watch_crashes() {
    using namespace mianjing;
    stack_t alternative{};
    alternative.ss_sp = crash_stack;
    alternative.ss_size = sizeof crash_stack;
    ::sigaltstack(&alternative, nullptr);
    struct sigaction action{};
    action.sa_sigaction = on_crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    for (int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT}) ::sigaction(signal, &action, nullptr);
}
