import WireText

/// The header fields of a request while it is being signed: those that stay, those that are added, and which of them are
/// signed.
struct FieldsToSign {
    /// The fields of the request, and behind them those that signing adds.
    private(set) var list: FieldList
    /// Which of them are signed.
    private(set) var signed: CanonicalHeaders
    /// The places of the fields that signing replaces.
    private(set) var replaced: [Int] = []
    /// The place of the request's own `x-amz-content-sha256`.
    private var declaredPayloadIndex: Int?

    /// Looks through the fields of a request.
    init(_ fields: borrowing [HeaderField], _ parameters: borrowing SigningParameters) throws(SigningError) {
        list = FieldList(copy fields, capacityForMore: 4)
        signed = CanonicalHeaders(capacity: fields.count + 4)
        let hasToken = parameters.credentials.sessionToken != nil
        let sendsHash =
            parameters.options.contentSHA256Header == .sent && parameters.options.location == .headers
        var hasHost = false
        // Through a span, names are read in place; the array would give each retained.
        let fields = fields.span
        for index in fields.indices {
            let key = HeaderNameKey(fields[index].name)
            switch key.role {
            case .amzDate, .authorization:
                replaced.append(index)
                continue
            case .securityToken where hasToken, .contentSHA256 where sendsHash:
                replaced.append(index)
                continue
            case .contentSHA256: declaredPayloadIndex = declaredPayloadIndex ?? index
            case .host: hasHost = true
            default: break
            }
            if !parameters.options.headersNotSigned.contains(key, fields[index].name) {
                signed.append(key, index)
            }
        }
        signed.sort(of: list)
        guard hasHost else { throw SigningInput.missingHost }
    }

    /// The request's own `x-amz-content-sha256`, whose value services expect in the payload line.
    var declaredPayload: HeaderField? { declaredPayloadIndex.map { list[$0] } }

    /// Adds a field that is signed.
    mutating func add(_ name: String, _ key: HeaderNameKey, _ value: [UInt8]) {
        list.append(HeaderField(name: name, bytes: value))
        signed.insert(key, list.count - 1, of: list)
    }

    /// What the canonical request will be made of.
    ///
    /// It takes the list over: with two owners, adding the `Authorization` field would copy it.
    consuming func plan(
        for method: String, _ target: [UInt8], _ payload: PayloadLine, _ options: SigningOptions
    ) -> CanonicalPlan {
        let fields = consume self
        return CanonicalPlan(
            method: method, target: target, fields: fields.list, signed: fields.signed, payload: payload,
            rules: CanonicalRules(uriEncoding: options.uriEncoding, pathNormalization: options.pathNormalization))
    }
}
