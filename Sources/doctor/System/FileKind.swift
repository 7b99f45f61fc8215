import SystemPackage

/// What stands at a path, links followed.
enum FileKind: Sendable {
    case file
    case directory
    /// A pipe that has no name: what a shell makes of `<(...)`, and standard input behind `|`.
    case stream
    /// The device that is empty.
    case emptyDevice
    /// Something that is no place for a file's content: what to call it.
    case other(String)

    /// The kind of what the path leads to; nil if there is nothing, or nothing that can be looked at.
    init?(_ path: String) {
        guard let stat = try? Stat(FilePath(path)) else { return nil }
        // What the process already has open is meant, whatever it is.
        let isOpenAlready = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"].contains { path.hasPrefix($0) }
        switch stat.type {
        case .regular: self = .file
        case .directory: self = .directory
        case _ where isOpenAlready: self = .stream
        case .characterSpecial where path == "/dev/null": self = .emptyDevice
        case .fifo: self = .other("a named pipe")
        case .socket: self = .other("a socket")
        case .characterSpecial, .blockSpecial: self = .other("a device")
        default: self = .other("no regular file")
        }
    }
}
