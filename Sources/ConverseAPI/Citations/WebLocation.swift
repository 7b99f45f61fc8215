/// A page on the web.
public struct WebLocation: ConverseShape, Sendable, Hashable {
    /// The address of the page.
    public var url: String?
    /// The domain of the page.
    public var domain: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(url: String? = nil, domain: String? = nil) {
        self.url = url
        self.domain = domain
    }

    package static var vacant: Self { Self() }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.optional("url", &url)
        try visitor.optional("domain", &domain)
    }
}
