import WireText

/// What a program prints of an object that holds an answer, in the place of the answer: an unread stream, a response, a promise.
///
/// The words are those of Node.js (`IncomingMessage` as JSON, `util.inspect`), of browsers, of Python's requests, httpx and botocore, of
/// Java and of Ruby.
package enum PrintedObject {
    private static let marks = [
        "\"_readableState\":", "_readableState: ", "\"_events\":{", "[object Object]", "[object ReadableStream]",
        "[object Response]",
        "ReadableStream { locked", "<IncomingMessage", "IncomingMessage {", "StreamingBody object at 0x",
        "<_io.BytesIO object",
        "<Response [4", "<Response [5", "<coroutine object", "[object Promise]", "Promise { <pending> }", "SdkBody(",
        "SdkBody {",
        "java.io.InputStream@", "okhttp3.ResponseBody$", "#<StringIO:",
    ]

    /// The mark that stands in a text; `nil` where none does.
    package static func mark(in text: String) -> String? { marks.first(where: text.contains) }
}
