import Foundation

/// Why the system did not read or write, in a few words.
struct FileFault: CustomStringConvertible {
    let description: String
    /// Whether the file is mounted by itself, so that no other can take its place.
    let isBusy: Bool

    init(_ error: any Error) {
        let cocoa = error as NSError
        let underlying = (cocoa.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError }
        let posix = [cocoa, underlying].compactMap(\.self).first { $0.domain == NSPOSIXErrorDomain }
        isBusy = posix?.code == Int(EBUSY) || posix?.code == Int(EXDEV)
        description =
            posix.flatMap { Self.words(Int32($0.code)) } ?? Self.words(cocoa) ?? cocoa.localizedDescription
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

    private static func words(_ error: NSError) -> String? {
        guard error.domain == NSCocoaErrorDomain else { return nil }
        switch error.code {
        case CocoaError.fileReadNoPermission.rawValue, CocoaError.fileWriteNoPermission.rawValue:
            return "permission denied"
        case CocoaError.fileWriteOutOfSpace.rawValue: return "the disk is full"
        case CocoaError.fileWriteVolumeReadOnly.rawValue: return "the file system is read-only"
        // Foundation's words for it are a number.
        case CocoaError.fileWriteUnknown.rawValue: return "the system refused; the disk may be full"
        default: return nil
        }
    }
}
