import Foundation

/// What this process has open, read from /proc.
enum OpenDescriptors {
    /// How many epoll descriptors are open: each event loop has one.
    static func eventLoops() -> Int { links().count { $0.hasPrefix("anon_inode:[eventpoll]") } }

    /// The sockets of this process that are connected to the port from the client's side.
    static func ofTransport(to port: Int) -> Set<String> {
        let open = Set(links().filter { $0.hasPrefix("socket:[") }.map { String($0.dropFirst(8).dropLast()) })
        let hex = String(port, radix: 16, uppercase: true)
        let suffix = ":" + String(repeating: "0", count: 4 - hex.count) + hex
        guard let table = try? String(contentsOfFile: "/proc/self/net/tcp", encoding: .utf8) else { return [] }
        return Set(
            table.split(separator: "\n").dropFirst().compactMap { line in
                let columns = line.split(separator: " ")
                guard columns.count > 9, columns[2].hasSuffix(suffix), open.contains(String(columns[9])) else {
                    return nil
                }
                return String(columns[9])
            })
    }

    private static func links() -> [String] {
        let folder = "/proc/self/fd"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
        }
    }
}
