/// The last line of a canonical request.
enum PayloadLine {
    case hash(SHA256Digest)
    case literal([UInt8])

    /// The line for a payload; a value that the request declares in `x-amz-content-sha256` goes first if `declared` is
    /// given.
    init(_ payload: Payload, declared: [UInt8]? = nil) {
        if let declared {
            self = .literal(declared)
            return
        }
        self =
            switch payload {
            case .empty: .literal(Self.emptyHash)
            case .bytes(let bytes): .hash(.hash(bytes))
            case .unsigned: .literal(Self.unsigned)
            case .hash(let hash): .literal(Array(hash.utf8))
            }
    }

    /// The hash of no bytes.
    static let emptyHash = SHA256Digest.hash([]).hexBytes
    static let unsigned = Array("UNSIGNED-PAYLOAD".utf8)

    var bytes: [UInt8] {
        switch self {
        case .hash(let digest): digest.hexBytes
        case .literal(let bytes): bytes
        }
    }
}

extension CanonicalRequest {
    /// What makes up a canonical request besides its headers and payload.
    struct Rules {
        var uriEncoding: URIEncoding
        var pathNormalization: PathNormalization
        /// Query parameters that are not part of it, by their decoded names.
        var queryParametersLeftOut: [String] = []
    }

    /// Builds a canonical request.
    ///
    /// `unsendable` is set to the first header field that cannot be sent as it is.
    init(
        method: String, target: [UInt8], headers: CanonicalHeaders, payload: PayloadLine, rules: Rules,
        capacity: Int, unsendable: inout HeaderField?
    ) {
        var writer = ByteWriter(capacity: capacity)
        let newline = UInt8(ascii: "\n")
        writer.append(method)
        writer.append(newline)
        let parts = RequestTarget(target)
        CanonicalPath.append(
            target, in: parts.path, encoding: rules.uriEncoding, normalization: rules.pathNormalization, to: &writer)
        writer.append(newline)
        if !parts.query.isEmpty {
            CanonicalQuery(target, in: parts.query, excluding: rules.queryParametersLeftOut).append(to: &writer)
        }
        writer.append(newline)
        unsendable = headers.appendLines(to: &writer)
        writer.append(newline)
        headers.appendNames(to: &writer)
        writer.append(newline)
        switch payload {
        case .hash(let digest): writer.append(hexOf: digest)
        case .literal(let bytes): writer.append(bytes)
        }
        self.init(bytes: writer.finish())
    }

    /// A capacity that suffices unless many bytes of the path are encoded.
    static func capacity(target: [UInt8], headers: [HeaderField]) -> Int {
        headers.reduce(into: 160 + target.count * 2) { $0 += $1.name.utf8.count * 2 + $1.value.count + 3 }
    }

    /// Makes the canonical request of a request as it stands on the wire.
    ///
    /// - Parameters:
    ///   - request: the request. Nothing is added to it.
    ///   - signedHeaders: the names of the headers to take, in any case and order.
    ///   - uriEncoding: how often the path is encoded.
    ///   - pathNormalization: whether the path is normalised.
    ///   - queryParametersLeftOut: names of query parameters that are not part of it.
    public init(
        of request: SignableRequest, signedHeaders: HeaderNames, uriEncoding: URIEncoding = .double,
        pathNormalization: PathNormalization = .on,
        queryParametersLeftOut: [String] = ["X-Amz-Signature"]
    ) {
        var unsendable: HeaderField?
        self.init(
            method: request.method, target: request.target,
            headers: CanonicalHeaders(request.headers, only: signedHeaders), payload: PayloadLine(request.payload),
            rules: Rules(
                uriEncoding: uriEncoding, pathNormalization: pathNormalization,
                queryParametersLeftOut: queryParametersLeftOut),
            capacity: Self.capacity(target: request.target, headers: request.headers), unsendable: &unsendable)
    }
}
