import NetworkTerms
import WireText

/// The rules that a request must meet before a byte of it leaves.
///
/// A CR, LF or NUL in a field or in the target would let its author write a second message (RFC 9110 section 5.5,
/// RFC 9112 section 11.1), and a body length that disagrees with `Content-Length` would desynchronise the connection.
enum RequestCheck {
    static func check(_ request: TransportRequest, userAgent: String) throws(TransportError) {
        guard isToken(request.method) else {
            throw bad(
                "The method '\(printable(request.method))' is not an HTTP token.",
                "Use a name such as POST.")
        }
        guard !(request.method == "HEAD" && !request.body.isEmpty) else {
            throw bad("A HEAD request cannot carry a body.", "Send the body with another method.")
        }
        try check(target: request.target)
        let headers = request.headers.span
        for place in headers.indices { try check(headers[place], bodyLength: request.body.count) }
        try check(HeaderField("User-Agent", userAgent), bodyLength: 0)
        for name in request.absentHeaders where !isToken(name) {
            throw bad("'\(printable(name))' is not a header name.", "Name the header as in RFC 9110.")
        }
    }

    private static func check(target: String) throws(TransportError) {
        guard target.utf8.first == UInt8(ascii: "/") else {
            throw TransportError(
                code: .badURL, message: "The target '\(printable(target))' does not begin with '/'.",
                nextStep: "Give path and query, without scheme and host.")
        }
        let bytes = target.utf8.span
        guard let offset = bytes.indices.first(where: { bytes[$0] < 0x20 || bytes[$0] == 0x7f }) else { return }
        throw TransportError(
            code: .badURL,
            message: "The target has the control byte \(bytes[offset]) at offset \(offset).",
            nextStep: "Percent-encode it.")
    }

    private static func check(_ field: HeaderField, bodyLength: Int) throws(TransportError) {
        guard isToken(field.name) else {
            throw bad(
                "'\(printable(field.name))' is not a header name.", "Name the header as in RFC 9110.")
        }
        // Nearly every value is printable, which is seen eight bytes at a time.
        if !field.value.span.isPrintable, let byte = field.value.first(where: { $0 == 0 || $0 == 10 || $0 == 13 }) {
            throw bad(
                "The value of the header '\(field.name)' contains the byte \(byte) (CR, LF or NUL).",
                "Remove line breaks from the value; they often come from a copied secret.")
        }
        if field.isNamed("Content-Length"), field.text != String(bodyLength) {
            throw bad(
                "Content-Length is given as '\(field.text)', and the body has \(bodyLength) bytes.",
                "Leave the header out; it is made from the body.")
        }
        if field.isNamed("Transfer-Encoding") {
            throw bad(
                "Transfer-Encoding cannot be chosen.",
                "Leave the header out; bodies go out with their length.")
        }
    }

    /// RFC 9110 section 5.6.2.
    private static func isToken(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for place in bytes.indices where !bytes[place].isTokenCharacter { return false }
        return !bytes.isEmpty
    }

    private static func printable(_ text: String) -> String {
        String(
            text.unicodeScalars.prefix(80).map {
                $0.value < 0x20 || $0.value == 0x7f ? "?" : Character($0)
            })
    }

    private static func bad(_ message: String, _ nextStep: String) -> TransportError {
        TransportError(code: .badRequest, message: message, nextStep: nextStep)
    }
}
