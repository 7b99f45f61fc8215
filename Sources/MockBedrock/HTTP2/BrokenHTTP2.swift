import NIOHPACK
import NIOHTTP2
import WireText

/// What the library says of frames and field blocks that break HTTP/2, in words for the log.
enum BrokenHTTP2 {
    /// Whether an error is the client's doing: others say that a connection or a stream has ended.
    static func isClients(_ error: any Error) -> Bool {
        guard error is any NIOHTTP2Error || error is any NIOHPACKError else { return false }
        return !(error is NIOHTTP2Errors.StreamClosed || error is NIOHTTP2Errors.IOOnClosedConnection)
    }

    /// - Parameter headBytes: How many bytes of fields a request may have.
    static func fault(_ error: any Error, headBytes: Int) -> HTTPFault {
        switch error {
        case is NIOHPACKErrors.MaxHeaderListSizeViolation, is NIOHTTP2Errors.ExcessivelyLargeHeaderBlock,
            is NIOHTTP2Errors.ExcessiveContinuationFrames:
            .headTooLarge(headBytes)
        case is NIOHTTP2Errors.TrailersWithoutEndStream:
            .malformedFields("fields stand in the middle of its body (RFC 9113, section 8.1)")
        case is NIOHTTP2Errors.FlowControlViolation:
            .brokenConnection("the client sends more than the window lets it (RFC 9113, section 6.9)")
        case is NIOHTTP2Errors.UnableToParseFrame, is NIOHTTP2Errors.InvalidWindowIncrementSize:
            .brokenConnection(
                "a frame cannot be read, or the block of fields in it, such as one with an index that no table has, or with "
                    + "fields of more than \(Counted.words(headBytes, "byte")) (RFC 9113, sections 4 and 10.5.1)")
        case is NIOHTTP2Errors.BadClientMagic:
            .brokenConnection("it does not begin with the client's preface (RFC 9113, section 3.4)")
        case is NIOHTTP2Errors.InvalidSetting, is NIOHTTP2Errors.ReceivedBadSettings:
            .brokenConnection("a setting has a value that it cannot have (RFC 9113, section 6.5.2)")
        case is any NIOHPACKError:
            .brokenConnection("a block of fields cannot be decoded (RFC 7541): \(name(error))")
        default: .brokenConnection("\(name(error)) (RFC 9113, section 5.4.1)")
        }
    }

    /// What a client did that has no end of frames which ask for nothing.
    static let flood = HTTPFault.brokenConnection(
        "it sends WINDOW_UPDATE or GOAWAY again and again, far more than answers have room for (ENHANCE_YOUR_CALM, RFC 9113, "
            + "section 10.5)")

    /// The name of the error's type: its values may be the client's.
    private static func name(_ error: any Error) -> String { "\(type(of: error))" }
}
