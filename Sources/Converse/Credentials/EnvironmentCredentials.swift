import ConverseAPI
public import SigV4

extension SigningCredentials {
    /// Reads credentials as PRX documents it: from `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, where it is set,
    /// `AWS_SESSION_TOKEN`, and from nowhere else.
    ///
    /// A blank value is not set. Nothing is trimmed: white space in a value goes into the signature, and fails there.
    ///
    /// - Throws: ``CredentialsError``
    public init(environment: [String: String]) throws(CredentialsError) {
        let names = [CredentialsError.accessKeyID, CredentialsError.secretAccessKey]
        let missing = names.filter { EnvironmentText.value($0, in: environment) == nil }
        guard let id = EnvironmentText.value(names[0], in: environment),
            let secret = EnvironmentText.value(names[1], in: environment)
        else {
            throw CredentialsError(missing: missing, blank: missing.filter { environment[$0] != nil })
        }
        self.init(
            accessKeyID: id, secretAccessKey: secret,
            sessionToken: EnvironmentText.value("AWS_SESSION_TOKEN", in: environment))
    }
}
