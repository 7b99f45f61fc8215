package import SigV4

/// A profile of AWS's shared files, resolved as far as the files alone go.
package struct NamedProfile: Sendable {
    package let name: String
    package let source: ProfileFile.Profile.Source

    /// The profile's `region`.
    package let region: String?

    /// The pair that stands in the files.
    package let keys: SigningCredentials?

    /// Which of the pair's settings has no value, where one has.
    package let lacking: String?

    /// Which file has the keys.
    package let keysKind: ProfileFile.Kind

    /// - Returns: `nil` when neither file has the profile.
    package init?(_ name: String, credentials: SharedFile?, config: SharedFile?) {
        let inCredentials = credentials?.settings(of: name, .credentials)
        let inConfig = config?.settings(of: name, .config)
        guard inCredentials != nil || inConfig != nil else { return nil }
        self.name = name
        source = ProfileFile.Profile.source(credentials: inCredentials ?? [:], config: inConfig ?? [:])
        let all = (inConfig ?? [:]).merging(inCredentials ?? [:]) { _, new in new }
        region = all["region"].flatMap { $0.isEmpty ? nil : $0 }
        // Both halves come from one file: half a pair here and half there is none.
        keysKind = inCredentials?["aws_access_key_id"]?.isEmpty == false ? .credentials : .config
        let settings = (keysKind == .credentials ? inCredentials : inConfig) ?? [:]
        let id = settings["aws_access_key_id"].flatMap { $0.isEmpty ? nil : $0 }
        let secret = settings["aws_secret_access_key"].flatMap { $0.isEmpty ? nil : $0 }
        lacking =
            source != .keys ? nil : id == nil ? "aws_access_key_id" : secret == nil ? "aws_secret_access_key" : nil
        guard source == .keys, let id, let secret else {
            keys = nil
            return
        }
        keys = SigningCredentials(
            accessKeyID: id, secretAccessKey: secret,
            sessionToken: settings["aws_session_token"] ?? settings["aws_security_token"])
    }
}
