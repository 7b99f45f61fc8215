import SigV4
import WireText

/// What a request says about its own signature, read with patience: whatever is there is taken, well-formed or not.
///
/// The verifier refuses what it cannot read; here a comma between the signed headers or a fifth part of the scope is what
/// is looked for.
struct ClaimedSignature: Sendable {
    /// Whether the signature stands in the query.
    private(set) var isPresigned = false
    /// The first word of the `Authorization` header, or the algorithm in the query.
    private(set) var scheme = ""
    private(set) var keyID = ""
    /// What follows the key id in the credential, cut at slashes.
    private(set) var scope: [String] = []
    /// The names in the list of signed headers, as written.
    private(set) var signedHeaders: [String] = []
    /// The list of signed headers as written.
    private(set) var listText = ""
    private(set) var signature: [UInt8] = []
    /// The signed time as written; nil if there is none.
    private(set) var dateText: [UInt8]?
    /// How many `Authorization` headers there are.
    private(set) var authorizationCount = 0

    /// The signed time, if it has one of the forms that are read.
    var time: SigningTime? { dateText.flatMap { SigningTime(dateHeader: $0) } }

    /// The 32 bytes of the signature, whatever the case of its digits; nil if it is not such a thing.
    var digest: [UInt8]? {
        guard signature.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = signature[index].hexDigit, let low = signature[index + 1].hexDigit else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// Whether the list names a header.
    func signs(_ name: String) -> Bool { signedHeaders.contains { $0.asciiLowercased == name } }

    /// Reads a request; nil if it carries no signature at all.
    init?(_ request: SignableRequest) {
        let authorizations = request.values(of: "authorization")
        authorizationCount = authorizations.count
        let query = Self.query(request.target)
        if let value = authorizations.first {
            read(header: Self.text(HeaderField(name: "", bytes: value).canonicalValue))
            let dates = request.values(of: "x-amz-date")
            dateText = (dates.first ?? request.values(of: "date").first)
                .map { HeaderField(name: "", bytes: $0).canonicalValue }
        } else if query["X-Amz-Signature"] != nil || query["X-Amz-Credential"] != nil {
            isPresigned = true
            scheme = Self.text(query["X-Amz-Algorithm"] ?? [])
            read(credential: Self.text(query["X-Amz-Credential"] ?? []))
            read(list: Self.text(query["X-Amz-SignedHeaders"] ?? []))
            signature = query["X-Amz-Signature"] ?? []
            dateText = query["X-Amz-Date"]
        } else {
            return nil
        }
    }

    /// Takes what is known without the signature itself.
    init(scheme: String, scope: [String], signedHeaders: String, dateText: [UInt8]?) {
        self.scheme = scheme
        self.scope = scope
        self.dateText = dateText
        read(list: signedHeaders)
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The parameters of a target's query, decoded; the first of each name.
    static func query(_ target: [UInt8]) -> [String: [UInt8]] {
        guard let mark = target.firstIndex(of: UInt8(ascii: "?")) else { return [:] }
        var result: [String: [UInt8]] = [:]
        for pair in target[(mark + 1)...].split(separator: UInt8(ascii: "&")) {
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            let value = pair.dropFirst(name.count + 1)
            let key = PercentCoding.decodedText(name.span)
            if result[key] == nil { result[key] = PercentCoding.decode(value.span) }
        }
        return result
    }

    private mutating func read(header: String) {
        scheme = header.split(separator: " ").first.map(String.init) ?? ""
        read(credential: Self.part("Credential=", of: header) ?? "")
        read(list: Self.part("SignedHeaders=", of: header) ?? "")
        signature = Array((Self.part("Signature=", of: header) ?? "").utf8)
    }

    /// What stands behind a label, up to the next one: a comma alone ends no part.
    private static func part(_ label: String, of header: String) -> String? {
        guard let start = header.utf8.firstRange(of: label.utf8)?.upperBound else { return nil }
        let rest = header[start...]
        let ends = ["Credential=", "SignedHeaders=", "Signature="]
            .compactMap { rest.utf8.firstRange(of: $0.utf8)?.lowerBound }
        var part = rest[..<(ends.min() ?? rest.endIndex)]
        while let last = part.last, last == "," || last == " " { part.removeLast() }
        return String(part)
    }

    private mutating func read(credential: String) {
        var parts = credential.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        // A secret in place of the key id may hold slashes: the scope begins with its date.
        let start = parts.firstIndex { $0.utf8.count == 8 && $0.utf8.allSatisfy { $0.decimalDigit != nil } } ?? 1
        keyID = parts.prefix(max(start, 1)).joined(separator: "/")
        parts.removeFirst(min(max(start, 1), parts.count))
        scope = parts
    }

    private mutating func read(list: String) {
        listText = list
        signedHeaders = list.split { $0 == ";" || $0 == "," || $0 == " " }.map(String.init)
    }
}
