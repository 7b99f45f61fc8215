import Diagnosis
import SigV4

/// Credentials and region as PRX resolves them since its version 0.8: the environment's pair, else `[default]` of
/// `~/.aws/credentials` with the region of `~/.aws/config`.
///
/// With keys from the file PRX reads no variable for the region, and it reads neither AWS_PROFILE nor the variables that
/// name other files.
enum PRXCredentials {
    /// The outcome for keys of the file; `nil` when the environment has a pair, which then counts as it always does.
    static func outcome(_ process: ProcessFacts) -> ProfileOutcome? {
        let isSet = { (name: String) in
            process.environment[name].map { !$0.allSatisfy(\.isWhitespace) } ?? false
        }
        if isSet("AWS_ACCESS_KEY_ID"), isSet("AWS_SECRET_ACCESS_KEY") { return nil }
        let home = process.environment["HOME"] ?? ""
        let credentials = try? ProfileFileReading.shared(home + "/.aws/credentials")
        guard let profile = NamedProfile("default", credentials: credentials, config: nil), let keys = profile.keys
        else {
            return nil
        }
        let config = try? ProfileFileReading.shared(home + "/.aws/config")
        let region = config.flatMap { NamedProfile("default", credentials: nil, config: $0)?.region }
        return ProfileOutcome(
            name: "default", result: .found(keys, origin: "[default] of ~/.aws/credentials, as PRX takes them"),
            source: .keys,
            region: Setting(
                region ?? "us-east-1", origin: region == nil ? "PRX's default" : "~/.aws/config, as PRX takes it"),
            path: home + "/.aws/credentials")
    }
}
