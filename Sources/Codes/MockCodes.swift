/// What a mock or capture server of ours says of what it cannot take for a request: its own words, none of Bedrock's.
extension FindingCode {
    package static let mockTLSToPlainPort = FindingCode(
        "mock-tls-to-plain-port", in: .explaining,
        title: "The client speaks TLS to a server that speaks plain HTTP",
        meaning: "The connection began with a handshake of TLS, and the server of `doctor` has no TLS.",
        looksLike: """
            "wrong version number" or "packet length too long" at the client, and a 400 in the server's log.
            """,
        why: "The endpoint was given as https://, or the client makes it so by itself.",
        fix: """
            Give the client the endpoint as the server printed it, with http://. A client that takes https alone needs a server that \
            speaks TLS: `doctor serve --tls`.
            """,
        detection: "The first byte of the connection is that of a TLS record with a handshake.",
        source: "RFC 8446, section 5.1")

    package static let mockPlainToTLSPort = FindingCode(
        "mock-plain-to-tls-port", in: .explaining,
        title: "The client speaks plain HTTP to a server that speaks TLS",
        meaning: "A request came without TLS at the port of `doctor serve --tls`.",
        looksLike: "A 400 whose text says that this server speaks TLS.",
        why: "The endpoint was given as http://, or a proxy in between took TLS away.",
        fix: "Give the client the endpoint as the server printed it, with https://, or start the server without --tls.",
        detection: "The connection begins as a request does, and not with a record of TLS.",
        source: "RFC 8446, section 5.1")

    package static let mockHTTP2Malformed = FindingCode(
        "mock-http2-malformed", in: .explaining,
        title: "A request in HTTP/2 is malformed",
        meaning: "Its fields or its body break a rule of HTTP/2, so it was neither verified nor answered as a call.",
        looksLike: "A 400 that names the rule and its section, and a stream that ends with PROTOCOL_ERROR.",
        why: "The client writes the frames itself, or hands fields of HTTP/1.1 to HTTP/2 as they are.",
        fix: """
            Correct what the text names: it says which field or length it is, and which section of RFC 9113 has \
            the rule.
            """,
        detection: "The fields as they arrived, and the bytes of the body against content-length.",
        source: "RFC 9113, sections 8.1.1, 8.2 and 8.3")

    package static let mockHTTP2Broken = FindingCode(
        "mock-http2-broken", in: .explaining,
        title: "What came on a connection breaks HTTP/2",
        meaning: "A frame, a setting or a block of fields cannot be read, so that the whole connection ends.",
        looksLike: "GOAWAY with an error code, or a closed connection, and no answer.",
        why: "The client's stack has a fault, or something between changed the bytes.",
        fix: """
            Let the client use HTTP/1.1, or another library for HTTP/2; the server's log names the rule that was \
            broken.
            """,
        detection: "The library that reads the frames says so.",
        source: "RFC 9113, section 5.4.1")

    package static let mockFieldNotText = FindingCode(
        "mock-field-not-utf8", in: .explaining,
        title: "A field of a request in HTTP/2 is not UTF-8",
        meaning: """
            Its bytes are lost on the way through HPACK's decoder, so that its signature cannot be verified \
            here.
            """,
        looksLike: "A 400 that names the field.",
        why: "A value with bytes of Latin-1 or of no encoding, such as a file's name.",
        fix: "Encode the value (percent or Base64), leave the field out, or send the request over HTTP/1.1.",
        detection: "The decoded value has U+FFFD in it.",
        source: "RFC 9110, section 5.5")

    package static let mockHeadMalformed = FindingCode(
        "mock-http-malformed", in: .explaining,
        title: "The head of a request is not valid HTTP",
        meaning: "The request line or a header line cannot be read in one way, so the request was not verified.",
        looksLike: "A 400 whose text says what is wrong, and a closed connection.",
        why: "A blank in the path, a missing or second Host, two ways to say how long the body is, or no HTTP at all.",
        fix: "Correct what the text names; build requests with an HTTP library rather than by hand.",
        detection: "The bytes of the head as they arrived.",
        source: "RFC 9112, sections 3, 5 and 6")

    package static let mockBodyFraming = FindingCode(
        "mock-body-framing", in: .explaining,
        title: "A request's body does not end where its framing says",
        meaning: "The client sent less or more than Content-Length, or chunks that cannot be read.",
        looksLike: "A 400, and a closed connection.",
        why: "The client was stopped or gave up in the middle, or the body was changed after its length was set.",
        fix: """
            See whether the client timed out or was killed first; else let its HTTP library set the length of \
            what it sends.
            """,
        detection: """
            Content-Length or the sizes of the chunks, against the bytes that came before the client closed its \
            side.
            """,
        source: "RFC 9112, sections 6 and 7.1")

    package static let mockHeadTooLarge = FindingCode(
        "mock-head-too-large", in: .explaining,
        title: "The head of a request is larger than the server accepts",
        meaning: "Request line and headers together have more bytes than the limit that the text names.",
        looksLike: "431 Request Header Fields Too Large.",
        why: "A header that grows, such as cookies, traces, or a prompt that was put into one.",
        fix: "Find the long header and send it shorter: services and proxies have limits of 8 to 64 KB as well.",
        detection: "The bytes of the head, or in HTTP/2 the size of its decoded fields.",
        source: "RFC 9110, section 5.4; RFC 6585, section 5; RFC 9113, section 10.5.1")

    package static let mockBodyTooLarge = FindingCode(
        "mock-body-too-large", in: .explaining,
        title: "The body of a request is larger than the server accepts",
        meaning: "The server of `doctor` takes no body of that size.",
        looksLike: "413 Content Too Large.",
        why: "Images or documents in one request, more than Bedrock would take, too.",
        fix: "Send less in one request: for Bedrock, documents may have 4.5 MB and images 3.75 MB each.",
        detection: "Content-Length, or the bytes that came.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-api-restrictions.html")

    package static let mockRequestIncomplete = FindingCode(
        "mock-request-incomplete", in: .explaining,
        title: "A request did not arrive in time",
        meaning: "The client began a request and did not send the rest of it.",
        looksLike: "408 Request Timeout.",
        why: "The client waits for something, such as an answer to Expect, or said more bytes than it sends.",
        fix: """
            See what the client waits for: whether Content-Length is that of the body, and whether its stream \
            was ended.
            """,
        detection: "The time from the first byte of the request.",
        source: "RFC 9110, section 15.5.9")

    package static let mockMethodUnsupported = FindingCode(
        "mock-method-unsupported", in: .explaining,
        title: "A request has a method or an expectation that no call of Bedrock has",
        meaning: "The server of `doctor` answers the methods of the service's operations, and 100-continue.",
        looksLike: "405 Method Not Allowed, or 417 Expectation Failed.",
        why: """
            A browser's OPTIONS before a call of another origin, a program that looks for a server, or a wrong \
            method.
            """,
        fix: "Call Converse with POST. Neither the mock nor Bedrock answers calls from a page of another origin.",
        detection: "The request line, and the header Expect.",
        source: "RFC 9110, sections 9 and 10.1.1")

    package static let mockOverloaded = FindingCode(
        "mock-overloaded", in: .explaining,
        title: "The server holds as much as it accepts at once",
        meaning: "As many connections, or bytes of requests, are open as the server of `doctor` takes.",
        looksLike: "503, with a text that names what there is too much of.",
        why: "A load test, or a client that never closes its connections nor ends its bodies.",
        fix: "Send the request again later, with fewer at once; close connections that are not used any more.",
        detection: "The count of open connections and of the bytes that wait.",
        source: "RFC 9110, section 15.6.4")

    static let mockCodes: [FindingCode] = [
        mockTLSToPlainPort, mockPlainToTLSPort, mockHeadMalformed, mockBodyFraming, mockHTTP2Malformed,
        mockHTTP2Broken, mockFieldNotText, mockHeadTooLarge, mockBodyTooLarge, mockRequestIncomplete,
        mockMethodUnsupported, mockOverloaded,
    ]
}
