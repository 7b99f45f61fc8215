import SigV4
import WireText

/// How the body of a request is delimited (RFC 9112, section 6).
///
/// It is decided here once, from the bytes as received, and only where there is one way to read them: what the parser
/// behind it overlooks, such as an empty `Transfer-Encoding`, could hide a second request in a body.
package enum RequestFraming: Equatable {
    case none
    case length(Int)
    case chunked

    /// Reads a head; nil for one that is to be refused.
    package init?(_ head: ReceivedHead) {
        var lengths: [[UInt8]] = []
        var codings: [[UInt8]] = []
        for field in head.headers {
            switch field.name.utf8.count {
            case 14 where field.isNamed("content-length"): lengths.append(field.value)
            case 17 where field.isNamed("transfer-encoding"): codings.append(field.value)
            default: break
            }
        }
        if let coding = codings.first {
            // Only chunks have an end of their own; they come once, without a length, and not from HTTP/1.0.
            guard codings.count == 1, lengths.isEmpty, head.minorVersion > 0,
                coding.map({ $0 | 0x20 }).elementsEqual("chunked".utf8)
            else { return nil }
            self = .chunked
        } else if let first = lengths.first {
            // The same length twice is one length (RFC 9112, section 6.3).
            guard lengths.allSatisfy({ $0 == first }), (1...18).contains(first.count) else { return nil }
            var length = 0
            for byte in first {
                guard byte.isDigit else { return nil }
                length = length * 10 + Int(byte - 0x30)
            }
            self = .length(length)
        } else {
            self = .none
        }
    }
}
