import MockBedrock
import Report
import SigV4
import WireText

/// The key pair that the server accepts, with where it came from.
struct ServedCredential: Sendable {
    var accessKeyID: String
    var secretAccessKey: String
    var sessionToken: String?
    var origin: String

    /// The documented pair of the demonstration.
    static let demonstration = ServedCredential(
        accessKeyID: DemonstrationCredentials.accessKeyID,
        secretAccessKey: DemonstrationCredentials.secretAccessKey, sessionToken: nil, origin: "the demonstration")

    init(accessKeyID: String, secretAccessKey: String, sessionToken: String?, origin: String) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.origin = origin
    }

    /// The environment's pair, when both halves are set.
    init?(environment: [String: String]) {
        guard let id = environment["AWS_ACCESS_KEY_ID"], !id.isEmpty,
            let secret = environment["AWS_SECRET_ACCESS_KEY"], !secret.isEmpty
        else { return nil }
        let token = environment["AWS_SESSION_TOKEN"].flatMap { $0.isEmpty ? nil : $0 }
        self.init(accessKeyID: id, secretAccessKey: secret, sessionToken: token, origin: "the environment")
    }

    var mock: MockCredential {
        MockCredential(
            accessKeyID: accessKeyID, secretAccessKey: Secret(secretAccessKey),
            sessionToken: sessionToken.map(Secret.init))
    }

    /// Whether it is the documented pair, which opens nothing and may be shown.
    var isDemonstration: Bool {
        accessKeyID == DemonstrationCredentials.accessKeyID
            && secretAccessKey == DemonstrationCredentials.secretAccessKey && sessionToken == nil
    }

    /// The pair in words that give nothing away: the demonstration's itself, of any other its name.
    var words: String {
        if isDemonstration { return "the demonstration pair \(accessKeyID) / \(secretAccessKey)" }
        return
            "key \(MaskedSecret.masked(accessKeyID))\(sessionToken == nil ? "" : " with its session token") of \(origin)"
    }
}
