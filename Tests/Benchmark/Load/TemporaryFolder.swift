import Glibc
import SystemPackage

/// A folder for files of one run, removed afterwards.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws(Absence) {
        let base = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        path = "\(base)/bedrock-doctor-benchmark-\(getpid())"
        guard unsafe mkdir(path, 0o700) == 0 else { throw Absence(reason: "\(path) cannot be made") }
    }

    deinit {
        // Only files of this run, one level deep, and the folders that a peer made.
        for name in Self.names { _ = unsafe unlink("\(path)/\(name)") }
        for name in Self.folders { _ = unsafe rmdir("\(path)/\(name)") }
        _ = unsafe rmdir(path)
    }

    private static let names = [
        "request.lua", "paced.lua", "nginx.conf", "nginx.pid", "many.json", "callgrind", "stripped", "strace",
        "debug.log", "curve.txt", "matrix.json", "peak", "grep",
    ]
    private static let folders = ["body", "proxy", "fastcgi", "uwsgi", "scgi"]

    /// Writes a file and gives its path.
    func write(_ name: String, _ text: String) throws(Absence) -> String {
        let file = "\(path)/\(name)"
        try Self.write(text, to: file)
        return file
    }

    /// Writes any file.
    static func write(_ text: String, to file: String) throws(Absence) {
        do {
            let descriptor = try FileDescriptor.open(
                FilePath(file), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
            try descriptor.closeAfter { _ = try descriptor.writeAll(text.utf8) }
        } catch {
            throw Absence(reason: "\(file) cannot be written")
        }
    }

    /// Writes a file of about that size in pieces that each have a number, and gives its path.
    ///
    /// It is never held as a whole: a process that is started afterwards begins its own memory's peak with that of this one.
    func write(_ name: String, size: Int, _ piece: (Int) -> String) throws(Absence) -> String {
        let file = try write(name, "")
        do {
            let descriptor = try FileDescriptor.open(FilePath(file), .writeOnly)
            try descriptor.closeAfter {
                var (written, number) = (0, 0)
                while written < size {
                    written += try descriptor.writeAll(piece(number).utf8)
                    number += 1
                }
            }
        } catch {
            throw Absence(reason: "\(file) cannot be written")
        }
        return file
    }

    /// The text of a file in it.
    func read(_ name: String) throws(Absence) -> String {
        String(decoding: try Self.bytes(ofFile: "\(path)/\(name)"), as: UTF8.self)
    }

    /// The bytes of any file.
    static func bytes(ofFile path: String) throws(Absence) -> [UInt8] {
        do {
            let descriptor = try FileDescriptor.open(FilePath(path), .readOnly)
            return try descriptor.closeAfter {
                var bytes: [UInt8] = []
                var buffer = [UInt8](repeating: 0, count: 1 << 16)
                while true {
                    let count = try unsafe buffer.withUnsafeMutableBytes { unsafe try descriptor.read(into: $0) }
                    if count == 0 { return bytes }
                    bytes += buffer[..<count]
                }
            }
        } catch {
            throw Absence(reason: "\(path) cannot be read")
        }
    }
}
