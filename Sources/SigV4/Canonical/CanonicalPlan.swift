/// How the target of a request goes into its canonical request.
struct CanonicalRules: Sendable {
    var uriEncoding: URIEncoding
    var pathNormalization: PathNormalization
    /// Query parameters that are not part of it, by their decoded names.
    var queryParametersLeftOut: [String] = []
}

/// Everything that a canonical request is made of.
///
/// It is kept instead of the canonical request, which is hashed where it is written and made again when somebody wants to
/// see it.
struct CanonicalPlan: Sendable {
    let method: String
    let target: [UInt8]
    /// The header fields of the request, signed or not.
    var fields: FieldList
    /// Which of them are signed.
    var signed: CanonicalHeaders
    let payload: PayloadLine
    let rules: CanonicalRules

    /// What became of writing.
    struct Written {
        /// Where the list of signed headers stands.
        let signedHeaders: Range<Int>
        /// The place of the first header field that cannot be sent as it is.
        let unsendable: Int?
    }

    /// About how long the canonical request will be: exact, but for the target and for repeated names.
    ///
    /// What is taken to be longer than a kilobyte is not written on the stack.
    var expectedCount: Int { method.utf8.count + target.count * 3 / 2 + signed.expectedCount(of: fields) + 70 }

    /// Writes the canonical request.
    func write(to writer: inout ByteWriter) -> Written {
        writer.append(method)
        writer.append(UInt8(ascii: "\n"))
        let parts = TargetRanges(target.span)
        writer.append(
            canonicalPath: target, in: parts.path, encoding: rules.uriEncoding,
            normalization: rules.pathNormalization)
        writer.append(UInt8(ascii: "\n"))
        if !parts.query.isEmpty {
            CanonicalQuery(target, in: parts.query, excluding: rules.queryParametersLeftOut).append(to: &writer)
        }
        writer.append(UInt8(ascii: "\n"))
        let unsendable = signed.appendLines(of: fields, to: &writer)
        writer.append(UInt8(ascii: "\n"))
        let start = writer.count
        signed.appendNames(of: fields, to: &writer)
        let end = writer.count
        writer.append(UInt8(ascii: "\n"))
        switch payload {
        case .hash(let digest): writer.append(hexOf: digest)
        case .literal(let bytes): writer.append(bytes)
        }
        return Written(signedHeaders: start..<end, unsendable: unsendable)
    }
}

extension CanonicalRequest {
    /// Makes the canonical request that a plan describes.
    init(_ plan: CanonicalPlan) {
        bytes = ByteWriter.array(capacity: plan.expectedCount) { _ = plan.write(to: &$0) }
    }

    /// Makes the canonical request of a request as it stands on the wire.
    ///
    /// - Parameters:
    ///   - request: the request. Nothing is added to it.
    ///   - signedHeaders: the names of the headers to take, in any case and order.
    ///   - uriEncoding: how often the path is encoded.
    ///   - pathNormalization: whether the path is normalised.
    ///   - queryParametersLeftOut: decoded names of query parameters that are not part of it.
    public init(
        of request: SignableRequest, signedHeaders: HeaderNames, uriEncoding: URIEncoding = .double,
        pathNormalization: PathNormalization = .on,
        queryParametersLeftOut: [String] = ["X-Amz-Signature"]
    ) {
        let fields = FieldList(request.headers)
        self.init(
            CanonicalPlan(
                method: request.method, target: request.target, fields: fields,
                signed: CanonicalHeaders(fields, only: signedHeaders), payload: PayloadLine(request.payload),
                rules: CanonicalRules(
                    uriEncoding: uriEncoding, pathNormalization: pathNormalization,
                    queryParametersLeftOut: queryParametersLeftOut)))
    }
}
