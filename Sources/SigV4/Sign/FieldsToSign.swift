/// The header fields of a request while it is being signed: those that stay, those that are added, and which of them are
/// signed.
struct FieldsToSign {
    /// The fields to send.
    private(set) var list: [HeaderField] = []
    /// Which of them are signed.
    private(set) var signed: CanonicalHeaders
    /// The place in ``list`` of the request's own `x-amz-content-sha256`.
    private var declaredPayloadIndex: Int?

    /// Takes the fields of a request, without those that signing replaces.
    init(_ fields: [HeaderField], _ parameters: SigningParameters) throws(SigningError) {
        list.reserveCapacity(fields.count + 4)
        signed = CanonicalHeaders(capacity: fields.count + 4)
        let hasToken = parameters.credentials.sessionToken != nil
        let sendsHash =
            parameters.options.contentSHA256Header == .sent && parameters.options.location == .headers
        var hasHost = false
        for field in fields {
            let key = HeaderNameKey(field.name)
            if key.isEqual(to: .amzDate) || key.isEqual(to: .authorization) { continue }
            if key.isEqual(to: .securityToken), hasToken { continue }
            if key.isEqual(to: .contentSHA256) {
                if sendsHash { continue }
                declaredPayloadIndex = declaredPayloadIndex ?? list.count
            }
            if key.isEqual(to: .host) { hasHost = true }
            list.append(field)
            if !parameters.options.headersNotSigned.contains(key, field.name) {
                signed.insert(key, list.count - 1, of: list)
            }
        }
        guard hasHost else { throw SigningInput.missingHost }
    }

    /// The request's own `x-amz-content-sha256`, whose value services expect in the payload line.
    var declaredPayload: HeaderField? { declaredPayloadIndex.map { list[$0] } }

    /// Adds a field that is signed.
    mutating func add(_ name: String, _ key: HeaderNameKey, _ value: [UInt8]) {
        list.append(HeaderField(name: name, bytes: value))
        signed.insert(key, list.count - 1, of: list)
    }

    /// Adds a field to the signed request.
    mutating func addUnsigned(_ name: String, _ value: [UInt8]) {
        list.append(HeaderField(name: name, bytes: value))
    }
}
