import SigV4

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

    init(_ request: SignableRequest, _ claim: ClaimedSignature, _ forensicCase: ForensicCase) {
        func text(_ name: String) -> String? {
            request.values(of: name).first.map { String(decoding: $0, as: UTF8.self) }
        }
        if case .bytes(let bytes) = request.payload { body = bytes } else { body = [] }
        path = String(decoding: request.target.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
        let sentHost = text("host") ?? ""
        host = sentHost
        signedAt = claim.time
        let dates = ["date", "x-amz-date"].flatMap { request.values(of: $0) }.compactMap { HTTPDate.parse($0) }
        timesNearby =
            dates + [forensicCase.receivedAt, forensicCase.sentAt].compactMap { $0 }
            + forensicCase.earlier.compactMap { ClaimedSignature($0)?.time }
        var regions = forensicCase.regions.sorted()
        if claim.scope.count > 1 { regions.append(claim.scope[1]) }
        let words = (sentHost + "." + path).split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        regions += words.filter { AWSRegions.isRegion($0) }.map(String.init)
        likelyRegions = regions.reduce(into: []) { if !$0.contains($1), !$1.isEmpty { $0.append($1) } }
        forwardedHosts =
            ["x-forwarded-host", "x-original-host", "x-host", "origin", "referer"].compactMap(text)
            .map { String($0.split(separator: "/").first { !$0.hasSuffix(":") } ?? "") }
            + forensicCase.earlier.flatMap { $0.values(of: "host") }.map { String(decoding: $0, as: UTF8.self) }
        authorities = request.values(of: ":authority").map { String(decoding: $0, as: UTF8.self) }
        earlier = forensicCase.earlier
        contentEncoding = text("content-encoding")?.asciiLowercased
        let isShort = body.count <= 1 << 20
        characterCount = isShort ? String(decoding: body, as: UTF8.self).unicodeScalars.count : body.count
        utf16Count = isShort ? String(decoding: body, as: UTF8.self).utf16.count : body.count
        otherLengths = isShort ? BodyForms.spellings(body).prefix(24).map(\.bytes.count) : []
    }
}
