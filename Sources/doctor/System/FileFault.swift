import FoundationEssentials
import Glibc
import SystemPackage

/// Why the system did not read or write, in a few words.
struct FileFault: CustomStringConvertible {
    let description: String
    /// Whether the file is mounted by itself, so that no other can take its place.
    let isBusy: Bool

    init(_ error: any Error) {
        let number = Self.number(error)
        isBusy = number == EBUSY || number == EXDEV
        description =
            number.flatMap(Self.words) ?? (error as? CocoaError).flatMap(Self.words)
            ?? number.map { Errno(rawValue: $0).description } ?? "\(error)"
    }

    /// The system's number, however the error carries it.
    private static func number(_ error: any Error) -> Int32? {
        if let error = error as? Errno { return error.rawValue }
        let posix = error as? POSIXError ?? (error as? CocoaError)?.underlying as? POSIXError
        return posix?.code.rawValue
    }

    private static func words(_ number: Int32) -> String? {
        switch number {
        case ENOSPC: "the disk is full"
        case EDQUOT: "the disk quota is used up"
        case EROFS: "the file system is read-only"
        case EACCES, EPERM: "permission denied"
        case EISDIR: "is a directory"
        case EFBIG: "the file would be larger than the system allows"
        case ENAMETOOLONG: "the name is too long"
        case EMFILE, ENFILE: "too many files are open"
        default: nil
        }
    }

    private static func words(_ error: CocoaError) -> String? {
        switch error.code {
        case .fileReadNoPermission, .fileWriteNoPermission: "permission denied"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteVolumeReadOnly: "the file system is read-only"
        // Foundation's words for it are a number.
        case .fileWriteUnknown: "the system refused; the disk may be full"
        default: nil
        }
    }
}
