import Glibc

/// A client that sends a request and waits for its answer, with two calls of the system for each.
struct LoopbackClient: ~Copyable {
    private let descriptor: Int32

    init(port: Int) throws(Absence) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe connect(descriptor, $0, size) }
        }
        guard status == 0 else { throw Absence(reason: "the mock does not accept connections") }
    }

    deinit { close(descriptor) }

    /// Sends a request; its answer comes in one piece.
    func exchange(_ request: [UInt8]) throws(Absence) {
        let sent = unsafe request.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        guard sent == request.count else { throw Absence(reason: "the request was not taken") }
        let isGood = unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { buffer in
            let count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
            // `HTTP/1.1 200`.
            guard count > 12 else { return false }
            return unsafe buffer[9] == UInt8(ascii: "2")
        }
        guard isGood else { throw Absence(reason: "the request was not answered with success") }
    }
}
