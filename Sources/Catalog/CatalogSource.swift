/// Where a catalog has facts from.
package struct CatalogSource: Sendable, Hashable {
    /// How far a source can be trusted.
    package enum Authority: String, Sendable, Hashable, CaseIterable {
        /// The account itself said so, through the control plane.
        case account
        /// AWS's documents say so.
        case documented
        /// Seen in answers of the service, written down nowhere.
        case observed
        /// Somebody else's data: well kept or not, at most `likely`.
        case unofficial
    }

    /// The name by which rows refer to it, such as `user-guide`.
    package let name: String
    package let authority: Authority
    package let title: String
    package let url: String?

    package init(name: String, authority: Authority, title: String, url: String? = nil) {
        self.name = name
        self.authority = authority
        self.title = title
        self.url = url
    }

    /// The account of the caller, as ListFoundationModels and ListInferenceProfiles have it.
    package static let account = CatalogSource(
        name: "account", authority: .account, title: "the account's control plane",
        url: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html")
}
