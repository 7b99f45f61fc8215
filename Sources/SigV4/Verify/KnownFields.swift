/// The header fields that a verifier looks for, found in one pass.
struct KnownFields {
    private(set) var authorization: HeaderField?
    /// Whether there is more than one `Authorization` header.
    private(set) var repeatsAuthorization = false
    private(set) var amzDate: HeaderField?
    private(set) var date: HeaderField?
    private(set) var securityToken: HeaderField?
    private(set) var contentSHA256: HeaderField?

    /// Takes the first field of each name.
    init(_ fields: [HeaderField]) {
        for index in fields.indices {
            switch HeaderNameKey(fields[index].name).role {
            case .authorization:
                repeatsAuthorization = authorization != nil
                authorization = authorization ?? fields[index]
            case .amzDate: amzDate = amzDate ?? fields[index]
            case .date: date = date ?? fields[index]
            case .securityToken: securityToken = securityToken ?? fields[index]
            case .contentSHA256: contentSHA256 = contentSHA256 ?? fields[index]
            case .host, .other: break
            }
        }
    }
}
