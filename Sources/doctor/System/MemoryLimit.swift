import Glibc

/// A limit on what this process may allocate, which a parser of foreign text runs under.
enum MemoryLimit {
    /// The exit status of a process that died because memory ran out: `EX_OSERR` of sysexits(3).
    static let exitStatus: Int32 = 71

    /// Lets no allocation succeed once the process holds so many bytes.
    ///
    /// `RLIMIT_DATA` counts what is allocated, not what is mapped (setrlimit(2)): libraries and stacks of threads take address
    /// space that costs nothing.
    static func set(_ bytes: Int) {
        var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
        _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &limit)
    }

    /// Whether nothing more can be allocated; safe to ask in the handler of a signal, since it is one system call.
    static var isReached: Bool {
        let size = 16 << 20
        guard let memory = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            unsafe memory != MAP_FAILED
        else { return true }
        unsafe munmap(memory, size)
        return false
    }
}
