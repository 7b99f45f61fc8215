import SigV4

/// The documented key pair that the mock server accepts when nobody gave it one.
///
/// Both values are AWS's published documentation examples; they open nothing.
public enum DemonstrationCredentials {
    /// The access key id of AWS's documentation.
    public static let accessKeyID = "AKIAIOSFODNN7EXAMPLE"
    /// The secret access key of AWS's documentation.
    public static let secretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"

    /// The pair as a credential that the server accepts.
    public static var credential: MockCredential {
        MockCredential(accessKeyID: accessKeyID, secretAccessKey: Secret(secretAccessKey))
    }
}
