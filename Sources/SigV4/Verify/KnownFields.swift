import WireText

/// The header fields that a verifier looks for, found in one pass.
struct KnownFields {
    private(set) var authorization: HeaderField?
    /// Whether there is more than one `Authorization` header.
    private(set) var repeatsAuthorization = false
    private(set) var amzDate: HeaderField?
    private(set) var date: HeaderField?
    private(set) var securityToken: HeaderField?
    private(set) var contentSHA256: HeaderField?

    /// Takes the first field of each name; of dates and token all, since only one that came alone can be believed.
    init(_ fields: [HeaderField]) {
        for index in fields.indices {
            switch HeaderNameKey(fields[index].name).role {
            case .authorization:
                repeatsAuthorization = authorization != nil
                authorization = authorization ?? fields[index]
            case .amzDate: Self.join(&amzDate, fields[index])
            case .date: Self.join(&date, fields[index])
            case .securityToken: Self.join(&securityToken, fields[index])
            case .contentSHA256: contentSHA256 = contentSHA256 ?? fields[index]
            case .host, .other: break
            }
        }
    }

    /// A field that comes twice has both values, joined by a comma (RFC 9110, section 5.3): a date or a token no more.
    private static func join(_ known: inout HeaderField?, _ field: HeaderField) {
        guard let first = known else {
            known = field
            return
        }
        known = HeaderField(name: first.name, bytes: first.value + [UInt8(ascii: ",")] + field.value)
    }
}
