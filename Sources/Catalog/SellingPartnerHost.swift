/// The hosts of Amazon's Selling Partner API, which are not AWS's and are signed as `execute-api` for a region of AWS.
///
/// Source: <https://developer-docs.amazon.com/sp-api/docs/sp-api-endpoints>. Since October 2023 the API takes requests without a
/// signature, too.
package enum SellingPartnerHost {
    private static let areas: [(word: String, region: String, name: String)] = [
        ("sellingpartnerapi-na.", "us-east-1", "North America"),
        ("sellingpartnerapi-eu.", "eu-west-1", "Europe"),
        ("sellingpartnerapi-fe.", "us-west-2", "the Far East"),
    ]

    /// The region that requests to a host are signed for, and what the host serves; `nil` where a text names no such host, or several.
    package static func area(in text: String) -> (region: String, name: String)? {
        let lower = text.prefix(32_768).lowercased()
        let found = areas.filter { lower.contains($0.word) }
        return found.count == 1 ? found.first.map { ($0.region, $0.name) } : nil
    }
}
