/// What to do about each rule of HTTP/2 that a request breaks, by the words in which the server names it.
///
/// Source: RFC 9113, sections 8.1.1, 8.2 and 8.3.
enum MalformedFieldsAdvice {
    /// The advice; nil for a rule that needs none beyond its own words.
    static func words(_ sentence: String) -> String? {
        rows.first { sentence.contains($0.mark) }?.advice
    }

    private static let rows: [(mark: String, advice: String)] = [
        (
            "has capitals",
            "Write names of fields in small letters: HTTP/2 has no others. A library that hands fields on as they are leaves that to its caller."
        ),
        (
            "belongs to a connection of HTTP/1.1",
            "Leave the field out: Connection, Keep-Alive, Proxy-Connection, Transfer-Encoding and Upgrade end at HTTP/2, whose frames do their work."
        ),
        ("the field te has another value", "Leave te out, or send trailers as its value: HTTP/2 allows nothing else."),
        (
            "content-length says",
            "Set content-length to the bytes of the body that is sent, after it was made, or leave it out: the end of the stream ends the body."
        ),
        (
            "host has another value than :authority",
            "Send the host once, as :authority, and sign the same value as host."
        ),
        (
            "neither :authority nor host",
            "Send the endpoint's host and port as :authority, and sign the same value as host."
        ),
        ("it has host ", "Send the host once, as :authority, and sign the same value as host."),
        (
            "it has no :",
            "Send :method, :scheme and :path before all other fields; a library's call for requests does, one for raw headers does not."
        ),
        ("stands behind other fields", "Send the fields whose names begin with a colon before all others."),
        (
            ":path does not begin with a slash",
            "Send the path from its slash on; scheme and host have fields of their own."
        ),
        (
            "begins or ends with a blank",
            "Cut blanks at both ends of the value before it is signed and sent."
        ),
        (
            "line end or a NUL in it",
            "Encode the value: no field may hold a line end or a NUL, nor may a folded one be sent in HTTP/2."
        ),
    ]
}
