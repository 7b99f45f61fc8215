/// How a model id stands in a path.
public enum ModelIDForm: Sendable, Hashable {
    /// Colons as they are, as PRX sends them; the canonical path then has `%3A`.
    case rawColon
    /// Colons as `%3A`, as AWS's SDKs send them; the canonical path then has `%253A`.
    case percentEncoded
}

/// An operation of the runtime on one model.
public enum ModelOperation: String, Sendable, Hashable {
    /// Answers in one piece.
    case converse
    /// Answers in a stream of events.
    case converseStream = "converse-stream"
    /// Counts the tokens of a request and runs nothing.
    case countTokens = "count-tokens"
}

/// The path of a request on one model.
public enum ModelTarget {
    /// The path `/model/ID/OPERATION`, without the endpoint's prefix.
    ///
    /// The id is one segment, whatever it holds: every byte of its UTF-8 but letters, digits, `-`, `.`, `_`, `~` is
    /// encoded, a slash in an ARN too; a colon by the form.
    public static func path(modelID: String, operation: ModelOperation, form: ModelIDForm = .rawColon) -> String {
        "/model/\(segment(modelID, form))/\(operation.rawValue)"
    }

    /// The id as one segment of a path.
    package static func segment(_ modelID: String, _ form: ModelIDForm) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(modelID.utf8.count + 8)
        for byte in modelID.utf8 {
            if isKept(byte, form) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isKept(_ byte: UInt8, _ form: ModelIDForm) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        case UInt8(ascii: ":"): form == .rawColon
        default: false
        }
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
