import Evidence
import SigV4
import SignatureForensics
import WireText

/// What a paste shows of a signed request, whoever wrote it down.
///
/// It is the service's echo, what the client signed, or the request itself; an echo that was cut counts as far as it goes.
struct SignedView {
    /// Who wrote it down.
    enum Author {
        case service
        case client
        case request
        /// Nobody: it was put together from the words of a paste, and what it lacks may have been there.
        case words
    }

    var author = Author.service
    var method = ""
    var path = ""
    var query = ""

    /// The header lines, in their order; names in lower case.
    var headers: [(name: String, value: String)] = []

    /// The names in the list of signed headers; empty where it is not shown.
    var names: [String] = []
    var payload: String?

    func value(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The view that tells most of what arrived: the service's, else what was sent, else the client's.
    static func of(_ accounts: SignedAccounts, _ exchange: ObservedExchange, text: String) -> SignedView? {
        if let view = accounts.server.flatMap({ SignedView($0, by: .service) }) { return view }
        if let view = cutEcho(text) { return view }
        if let request = exchange.request, request.header("authorization") != nil { return SignedView(request) }
        return accounts.client.flatMap { SignedView($0, by: .client) }
    }

    /// Nothing is shown but, where it stands in the text, the list of signed headers.
    init(listIn text: String = "") {
        author = .words
        names =
            text.components(behind: "SignedHeaders=").map { list in
                list.replacing("%3B", with: ";").prefix {
                    $0 != "&" && $0 != "\"" && $0 != "'" && $0 != "\\" && !$0.isWhitespace
                }
                .split(separator: ";").map {
                    $0.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
                }
            } ?? []
        let url = Self.url(in: text)
        if let url, !url.host.isEmpty {
            headers = [("host", url.host)]
            path = url.path
            query = url.query
        }
    }

    /// The first URL of an AWS host, or of one beside a signature, that a text shows.
    private static func url(in text: String) -> (host: String, path: String, query: String)? {
        var rest = text.prefix(20_000)
        let isSigned = rest.contains("AWS4-HMAC-SHA256")
        while let mark = rest.firstRange(of: "://") {
            rest = rest[mark.upperBound...]
            let url = rest.prefix { !$0.isWhitespace && !"\"'<>`,)".contains($0) }
            let host = url.prefix { $0.isLetter || $0.isNumber || ".-:_".contains($0) }
            let name = String(host.prefix { $0 != ":" })
            let lead = text[..<mark.lowerBound].suffix(24).lowercased()
            let isCalled =
                ["url", "get ", "put ", "post ", "head ", "delete "].contains { lead.contains($0) } && isSigned
            guard AWSHostName(name) != nil || isCalled, name != "docs.aws.amazon.com" else { continue }
            let target = url[host.endIndex...]
            let path = String(target.prefix { $0 != "?" })
            return (name, path, String(target.dropFirst(path.count + 1)))
        }
        return nil
    }

    private init?(_ texts: SignedTexts, by author: Author) {
        guard let sections = texts.canonicalRequest.sections else { return nil }
        self.author = author
        method = sections.method
        path = sections.path
        query = sections.query
        headers = sections.headers.compactMap(Self.header)
        names = sections.signedHeaders.split(separator: ";").map { $0.lowercased() }
        payload = sections.payloadHash
    }

    private init(_ request: ObservedRequest) {
        author = .request
        method = request.method
        let parts = String(decoding: request.target, as: UTF8.self)
            .split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts.first.map(String.init) ?? ""
        query = parts.count > 1 ? String(parts[1]) : ""
        headers = request.headers.map { ($0.name.lowercased(), $0.text) }
        if let list = request.header("authorization")?.components(behind: "SignedHeaders=") {
            names = list.split(separator: ";").map { $0.lowercased() }
        }
    }

    /// What is left of an echo that was cut off, or elided, before its end.
    private static func cutEcho(_ text: String) -> SignedView? {
        guard let lead = text.firstRange(of: "Canonical String for this request should have been") else { return nil }
        var plain = String(text[lead.upperBound...].prefix(20_000))
        for _ in 0..<3 where plain.contains("\\n") {
            plain = String(decoding: StringEscapes.unescape(plain.utf8Span.span), as: UTF8.self)
        }
        let lines = plain.drop { $0 == "\n" || $0 == " " || $0 == "'" || $0 == "\r\n" }
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.count > 1, lines[1].hasPrefix("/") else { return nil }
        var view = SignedView()
        view.method = String(lines[0])
        view.path = String(lines[1])
        for line in lines.dropFirst(2) {
            if line.contains("String-to-Sign") { break }
            if view.headers.isEmpty, !line.isEmpty, !line.contains(":") { view.query = String(line) }
            if let field = header(String(line)) {
                view.headers.append(field)
            } else if line.contains(";"), view.names.isEmpty {
                view.names = line.split(separator: ";").map { $0.lowercased() }
            }
        }
        if view.names.isEmpty { view.names = view.headers.map(\.name) }
        return view.headers.isEmpty ? nil : view
    }

    private static func header(_ line: String) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
        let name = line[..<colon]
        guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !name.contains("'") else { return nil }
        return (name.lowercased(), String(line[line.index(after: colon)...]))
    }
}

extension String {
    /// What stands behind a label, up to a comma or a blank.
    fileprivate func components(behind label: String) -> String? {
        firstRange(of: label).map { String(self[$0.upperBound...].prefix { $0 != "," && $0 != " " }) }
    }
}
