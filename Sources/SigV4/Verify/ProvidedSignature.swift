import WireText

/// What a request says about its own signature, read but not believed.
struct ProvidedSignature {
    /// Where the signature was found.
    enum Form {
        case header
        /// In the query, with the lifetime in seconds that it asks for, if it does.
        case query(lifetime: Int64?)
    }

    let form: Form
    let accessKeyID: String
    let scopeDate: String
    let region: String
    let service: String
    let terminator: String
    let signedHeaders: HeaderNames
    let signature: [UInt8]
    let signedAt: SigningTime
    /// The session token, from the query or a header.
    let token: [UInt8]?

    /// Reads whichever form the request has.
    init(_ request: SignableRequest, _ fields: KnownFields, _ known: ReadAuthorizations) throws(Unreadable) {
        let query =
            request.target.span.firstIndex(of: UInt8(ascii: "?")) == nil ? nil : PresignedQuery(request.target)
        if query != nil, fields.authorization != nil { throw Unreadable(.malformed(.bothForms)) }
        if let name = query?.repeatedName { throw Unreadable(.malformed(.repeatedPart(name))) }
        if fields.repeatsAuthorization { throw Unreadable(.malformed(.repeatedHeader)) }
        if let field = fields.authorization {
            let end = ReadAuthorizations.signatureStart(field.value.span)
            if let end, let claim = known.claim(field.value.span, before: end) {
                try self.init(claim, signature: Array(field.value[end...]), fields)
                return
            }
            let header = try AuthorizationHeader(field.value)
            let claim = try Self.claim(header, fields)
            if let end { known.keep(claim, of: field.value, before: end) }
            try self.init(claim, signature: header.signature, fields)
        } else if let query {
            try self.init(query: query, fields)
        } else {
            throw Unreadable(.missingAuthorization)
        }
    }

    private static func claim(
        _ header: AuthorizationHeader, _ fields: KnownFields
    ) throws(Unreadable) -> ReadAuthorizations.Claim {
        var missing = header.missing
        if fields.amzDate == nil, fields.date == nil { missing.append(.date) }
        guard missing.isEmpty else { throw Unreadable(.malformed(.missing(missing))) }
        return ReadAuthorizations.Claim(
            credential: try credential(header.credential), signedHeaders: try signedHeaders(header.signedHeaders))
    }

    private init(
        _ claim: ReadAuthorizations.Claim, signature: [UInt8], _ fields: KnownFields
    ) throws(Unreadable) {
        guard let dateField = fields.amzDate ?? fields.date else { throw Unreadable(.malformed(.missing([.date]))) }
        let date = dateField.canonicalValue
        // Only `Date` may have HTTP's own form.
        guard let time = fields.amzDate == nil ? SigningTime(dateHeader: date) : SigningTime(amzDate: date.span) else {
            throw Unreadable(.malformed(.date(String(decoding: date, as: UTF8.self))))
        }
        self.init(
            form: .header, credential: claim.credential, names: claim.signedHeaders, signature: signature, time: time,
            token: fields.securityToken?.canonicalValue)
    }

    private init(query: PresignedQuery, _ fields: KnownFields) throws(Unreadable) {
        guard query.missing.isEmpty else { throw Unreadable(.malformed(.missing(query.missing))) }
        guard query.algorithm.elementsEqual(StringToSign.algorithm.utf8) else {
            throw Unreadable(.malformed(.unsupportedAlgorithm(AuthorizationHeader.knownScheme(query.algorithm))))
        }
        let credential = try Self.credential(query.credential)
        let names = try Self.signedHeaders(query.signedHeaders)
        guard let time = SigningTime(amzDate: query.date.span) else {
            throw Unreadable(.malformed(.date(String(decoding: query.date, as: UTF8.self))))
        }
        var expires: Int64?
        if let text = query.expires {
            guard text.count <= 9, !text.isEmpty, text.allSatisfy({ $0.decimalDigit != nil }) else {
                throw Unreadable(.malformed(.expires(String(decoding: text, as: UTF8.self))))
            }
            expires = text.reduce(0) { $0 * 10 + Int64($1.decimalDigit ?? 0) }
        }
        self.init(
            form: .query(lifetime: expires), credential: credential, names: names,
            signature: query.signature, time: time,
            token: query.token ?? fields.securityToken?.canonicalValue)
    }

    private init(
        form: Form, credential: [String], names: HeaderNames, signature: [UInt8], time: SigningTime,
        token: [UInt8]?
    ) {
        self.form = form
        accessKeyID = credential[0]
        scopeDate = credential[1]
        region = credential[2]
        service = credential[3]
        terminator = credential[4]
        signedHeaders = names
        self.signature = signature
        signedAt = time
        self.token = token
    }

    /// `keyid/date/region/service/terminator`.
    private static func credential(_ bytes: [UInt8]) throws(Unreadable) -> [String] {
        let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 5 else { throw Unreadable(.malformed(.credential(parts: parts.count))) }
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func signedHeaders(_ bytes: [UInt8]) throws(Unreadable) -> HeaderNames {
        let names = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard names.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isTokenCharacter) }) else {
            throw Unreadable(.malformed(.signedHeaders))
        }
        return HeaderNames(names.map { String(decoding: $0, as: UTF8.self) })
    }

    /// Why a request says nothing that can be verified.
    struct Unreadable: Error {
        let reason: SignatureRefusal.Reason
        init(_ reason: SignatureRefusal.Reason) { self.reason = reason }
    }
}
