import NIOHPACK
import SigV4
import WireText

/// The head of a request that came as fields of HTTP/2 (RFC 9113, section 8.3.1), as the verifier takes it.
///
/// A signature covers `host`, whose place `:authority` has. Names are small on the wire; values are those that arrived,
/// since HPACK is lossless for what is text.
struct StreamHead {
    let head: ReceivedHead
    /// How long the body is said to be; nil where nothing is said.
    let length: Int?
    /// What the client waits for before it sends the body.
    let expectation: String?

    /// Reads the fields.
    ///
    /// - Throws: what is wrong with them.
    init(_ fields: HPACKHeaders) throws(HTTPFault) {
        do throws(FieldRules.Breach) {
            try FieldRules.check(request: fields)
        } catch {
            throw error.fault
        }
        var (method, path, authority): (String?, String?, String?)
        var headers: [HeaderField] = []
        headers.reserveCapacity(fields.count)
        var (lengths, expectation): ([String], String?) = ([], nil)
        var cookie: Int?
        for (name, value, _) in fields {
            // The decoder has put it where a byte was not text: what was signed cannot be known any more.
            guard !value.unicodeScalars.contains("\u{FFFD}") else {
                throw .notText(RequestTarget.printable(String(name.prefix(40))))
            }
            switch name {
            case ":method": method = value
            case ":path": path = value
            case ":authority": authority = value
            case _ where name.hasPrefix(":"): continue
            case "cookie":
                // Its crumbs are one field again before anything else sees them (RFC 9113, section 8.2.3).
                guard let place = cookie else {
                    cookie = headers.count
                    headers.append(HeaderField(name, value))
                    break
                }
                headers[place].value += Array("; ".utf8) + value.utf8
            case "content-length":
                lengths.append(value)
                headers.append(HeaderField(name, value))
            case "expect":
                expectation = value
                headers.append(HeaderField(name, value))
            default: headers.append(HeaderField(name, value))
            }
        }
        let host = headers.filter { $0.isNamed("host") }
        // The rules have seen to it that both are there, but for a tunnel, which has no path.
        guard let method, let path = path ?? (method == "CONNECT" ? "/" : nil) else {
            throw Self.fault("it has no :path", "8.3.1")
        }
        guard path.hasPrefix("/") else { throw Self.fault(":path does not begin with a slash", "8.3.1") }
        guard host.count <= 1 else { throw Self.fault("it has host \(host.count) times", "8.3.1") }
        guard Set(lengths).count <= 1 else { throw Self.fault("it has content-length with several values", "8.1.1") }
        if let authority {
            // One that is sent beside it must be the same.
            if let sent = host.first, !sent.text.equalsIgnoringCase(authority) {
                throw Self.fault("host has another value than :authority", "8.3.1")
            }
            if host.isEmpty { headers.insert(HeaderField("host", authority), at: 0) }
        } else if host.isEmpty {
            throw Self.fault("it has neither :authority nor host", "8.3.1")
        }
        length = lengths.first.flatMap { Int($0) }
        guard lengths.isEmpty || length ?? -1 >= 0 else {
            throw Self.fault("the value of content-length is no number of bytes", "8.1.1")
        }
        self.expectation = expectation
        head = ReceivedHead(method: method, target: Array(path.utf8), headers: headers, version: "HTTP/2")
    }

    private static func fault(_ words: String, _ section: String) -> HTTPFault {
        FieldRules.Breach(words, section).fault
    }
}
