/// An object in Amazon S3.
public struct S3Location: ConverseShape, Sendable, Hashable {
    /// The address, `s3://bucket/key`.
    public var uri: String
    /// The account that owns the bucket, where it is another one.
    public var bucketOwner: String?
    /// The members that the API did not have when this was written.
    public var unmodeled = UnmodeledMembers()

    /// Makes the value from its members; what is not given is not sent.
    public init(uri: String, bucketOwner: String? = nil) {
        self.uri = uri
        self.bucketOwner = bucketOwner
    }

    package static var vacant: Self { Self(uri: .vacant) }

    package mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure) {
        try visitor.required("uri", &uri)
        try visitor.optional("bucketOwner", &bucketOwner)
    }
}
