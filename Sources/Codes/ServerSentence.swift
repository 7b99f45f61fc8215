/// What a server of ours says of what it cannot take for a request: how each sentence begins, and its code.
///
/// The server speaks them and `explain` knows them again, in a log, an answer or a pasted text.
package struct ServerSentence: Sendable, Hashable {
    package let code: FindingCode
    /// The words that no other sentence begins with.
    package let opening: String

    private init(_ code: FindingCode, _ opening: String) {
        self.code = code
        self.opening = opening
    }

    package static let encrypted = ServerSentence(
        .mockTLSToPlainPort, "The client began a TLS handshake, but this server speaks plain HTTP")
    package static let notEncrypted = ServerSentence(
        .mockPlainToTLSPort, "The client sent plain HTTP, but this server speaks TLS")
    package static let malformedHead = ServerSentence(
        .mockHeadMalformed, "The request line or a header line is not valid HTTP")
    package static let malformedBody = ServerSentence(
        .mockBodyFraming, "The request body does not end where its framing says")
    package static let malformedFields = ServerSentence(
        .mockHTTP2Malformed, "The request in HTTP/2 is malformed: ")
    package static let brokenConnection = ServerSentence(.mockHTTP2Broken, "The connection breaks HTTP/2: ")
    /// It has the field's name before it.
    package static let notText = ServerSentence(
        .mockFieldNotText, "of the request is not UTF-8: in HTTP/2 its bytes are lost on the way")
    package static let headTooLarge = ServerSentence(.mockHeadTooLarge, "The request head is larger than the ")
    package static let bodyTooLarge = ServerSentence(
        .mockBodyTooLarge, "The request body is larger than this server accepts")
    package static let timedOut = ServerSentence(.mockRequestIncomplete, "The request did not arrive in time")
    package static let unsupportedMethod = ServerSentence(
        .mockMethodUnsupported, "This server answers GET, HEAD, POST, PUT, PATCH and DELETE only")
    package static let unsupportedExpectation = ServerSentence(
        .mockMethodUnsupported, "The only expectation that can be met is 100-continue")
    package static let overloaded = ServerSentence(
        .mockOverloaded, "This server holds as many bytes of request bodies as it accepts at once")
    package static let tooManyConnections = ServerSentence(
        .mockOverloaded, "This server has as many connections open as it accepts")

    package static let all: [ServerSentence] = [
        encrypted, notEncrypted, malformedHead, malformedBody, malformedFields, brokenConnection, notText,
        headTooLarge, bodyTooLarge, timedOut, unsupportedMethod, unsupportedExpectation, overloaded,
        tooManyConnections,
    ]
}
