import Catalog
import SigV4
import WireText

/// What a request tells about itself that mistakes are guessed from.
struct RequestFacts: Sendable {
    let body: [UInt8]
    /// The path as sent, as text.
    let path: String
    /// The host as sent, as text.
    let host: String
    /// The signed time as the request tells it.
    let signedAt: SigningTime?
    /// Times in other headers, and around the time of receipt.
    let timesNearby: [SigningTime]
    /// Regions that the endpoint serves, that the scope names, or that the host or the path mentions.
    let likelyRegions: [String]
    /// Hosts that other headers mention.
    let forwardedHosts: [String]
    /// Paths, or prefixes of paths, that a proxy says it was asked for.
    let forwardedPaths: [String]
    /// Values of `:authority`.
    let authorities: [String]
    /// Requests that came before in the same exchange.
    let earlier: [SignableRequest]
    /// The value of `content-encoding`.
    let contentEncoding: String?

    /// How many characters the body's text has, for lengths that were counted in characters.
    let characterCount: Int
    let utf16Count: Int
    /// Lengths of other spellings of the body.
    let otherLengths: [Int]

    /// Headers by which proxies tell the path, or the part of it, that they took away.
    private static let pathHeaders = [
        "x-forwarded-prefix", "x-forwarded-path", "x-forwarded-uri", "x-original-uri", "x-original-url",
        "x-original-path", "x-envoy-original-path", "x-rewrite-url", "x-replaced-path", "x-script-name",
        "x-request-uri", "x-stripped-prefix", "x-base-path",
    ]

    init(_ request: SignableRequest, _ claim: ClaimedSignature, _ forensicCase: ForensicCase, _ meter: SearchMeter) {
        func text(_ name: String) -> String? {
            request.values(of: name).first.map { String(decoding: $0, as: UTF8.self) }
        }
        if case .bytes(let bytes) = request.payload { body = bytes } else { body = [] }
        path = String(decoding: request.target.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
        let sentHost = text("host") ?? ""
        host = sentHost
        signedAt = claim.time
        let dates = ["date", "x-amz-date"].flatMap { request.values(of: $0) }.compactMap { SigningTime(dateHeader: $0) }
        timesNearby =
            dates + [forensicCase.receivedAt, forensicCase.sentAt].compactMap { $0 }
            + forensicCase.earlier.compactMap { ClaimedSignature($0)?.time }
        var regions = forensicCase.regions.sorted()
        if claim.scope.count > 1 { regions.append(claim.scope[1]) }
        let words = (sentHost + "." + path).split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        regions += words.lazy.filter { RegionCatalog.isWellFormed($0) }.prefix(SearchBudget.places).map(String.init)
        likelyRegions = regions.reduce(into: []) { if !$0.contains($1), !$1.isEmpty { $0.append($1) } }
        forwardedHosts =
            ["x-forwarded-host", "x-original-host", "x-host", "origin", "referer"].compactMap(text)
            .map { String($0.split(separator: "/").first { !$0.hasSuffix(":") } ?? "") }
            + forensicCase.earlier.flatMap { $0.values(of: "host") }.map { String(decoding: $0, as: UTF8.self) }
        forwardedPaths = Self.pathHeaders.compactMap(text).map { value in
            // A whole URL is read from its path on; a query is none of the path.
            let start = value.firstRange(of: "://").map {
                value[$0.upperBound...].firstIndex(of: "/") ?? value.endIndex
            }
            return String(value[(start ?? value.startIndex)...].prefix { $0 != "?" })
        }
        authorities = request.values(of: ":authority").map { String(decoding: $0, as: UTF8.self) }
        earlier = forensicCase.earlier
        contentEncoding = text("content-encoding")?.asciiLowercased
        let isShort = body.count <= 1 << 20
        characterCount = isShort ? String(decoding: body, as: UTF8.self).unicodeScalars.count : body.count
        utf16Count = isShort ? String(decoding: body, as: UTF8.self).utf16.count : body.count
        otherLengths =
            isShort && claim.signs("content-length") ? BodySpellings.all(body, meter).prefix(24).map(\.bytes.count) : []
    }
}
