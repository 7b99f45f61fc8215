import CCurl
import Glibc
import NetworkTerms

/// Waits for sockets, and for a call of ``wake()`` from any thread, with epoll and an eventfd.
struct Poller: ~Copyable, Sendable {
    private let epoll: Int32
    private let bell: Int32

    init() throws(TransportError) {
        let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        let bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        let reason = errno
        guard epoll >= 0, bell >= 0 else {
            if epoll >= 0 { close(epoll) }
            if bell >= 0 { close(bell) }
            throw TransportError(
                code: .curlFailure(Int(CURLE_FAILED_INIT.rawValue)),
                message: "The system gave no descriptor for the event loop (errno \(reason)).",
                nextStep: "Raise the limit of open files: ulimit -n")
        }
        self.epoll = epoll
        self.bell = bell
        set(bell, EPOLLIN.rawValue)
    }

    deinit {
        close(epoll)
        close(bell)
    }

    /// Ends a wait that is under way, or the next one.
    func wake() {
        var one: UInt64 = 1
        // It can only fail when the counter is at its limit, and then the wait ends anyway.
        _ = unsafe write(bell, &one, MemoryLayout<UInt64>.size)
    }

    /// Watches a socket as curl asks: `CURL_POLL_IN`, `_OUT`, `_INOUT`, `_REMOVE` or `_NONE`.
    func watch(_ socket: Int32, _ what: Int32) {
        switch what {
        case CURL_POLL_IN: set(socket, EPOLLIN.rawValue)
        case CURL_POLL_OUT: set(socket, EPOLLOUT.rawValue)
        case CURL_POLL_INOUT: set(socket, EPOLLIN.rawValue | EPOLLOUT.rawValue)
        // Most often the connection waits for its next transfer. It stays here, silent but for one last error, and is then
        // watched again by one call instead of a failed one and another; closing a socket takes it out.
        case CURL_POLL_REMOVE: set(socket, EPOLLONESHOT.rawValue)
        default: set(socket, 0)
        }
    }

    /// Waits and reports each ready socket with curl's `CURL_CSELECT_*` bits.
    ///
    /// - Parameter milliseconds: the longest wait; -1 for no limit.
    func wait(milliseconds: Int32, _ report: (_ socket: Int32, _ bits: Int32) -> Void) {
        let capacity = 256
        unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: capacity) { events in
            let count = unsafe epoll_wait(epoll, events.baseAddress, Int32(capacity), milliseconds)
            for index in 0..<max(Int(count), 0) {
                let event = unsafe events[index]
                let socket = unsafe event.data.fd
                if socket == bell { silence() } else { report(socket, Self.bits(unsafe event.events)) }
            }
        }
    }

    private func set(_ socket: Int32, _ events: UInt32) {
        var event = unsafe epoll_event(events: events, data: epoll_data_t(fd: socket))
        // A socket number may come back after a close that curl did not announce, so both states are possible.
        if unsafe epoll_ctl(epoll, EPOLL_CTL_MOD, socket, &event) != 0, errno == ENOENT {
            _ = unsafe epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event)
        }
    }

    private func silence() {
        var count: UInt64 = 0
        _ = unsafe read(bell, &count, MemoryLayout<UInt64>.size)
    }

    /// An error is reported as "readable and writable": curl then meets the error in its own call and names it.
    private static func bits(_ events: UInt32) -> Int32 {
        var bits: Int32 = 0
        let failed = events & EPOLLERR.rawValue != 0
        if failed || events & (EPOLLIN.rawValue | EPOLLHUP.rawValue) != 0 { bits |= CURL_CSELECT_IN }
        if failed || events & EPOLLOUT.rawValue != 0 { bits |= CURL_CSELECT_OUT }
        return bits
    }
}
