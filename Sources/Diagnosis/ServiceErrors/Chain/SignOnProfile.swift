import Evidence
import Report

/// A profile of single sign-on, by its lines in the shared configuration.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html>.
enum SignOnProfile {
    private static let settings = ["sso_start_url", "sso_session", "sso_account_id", "sso-session"]

    /// Whether a text shows one.
    ///
    /// - Parameter text: In small letters.
    static func isShown(in text: String) -> Bool { settings.contains(where: text.contains) }

    /// Whether a text shows one, or a sign-in to one, or a program that signs in.
    static func isUsed(in text: String, scene: Scene) -> Bool {
        let lower = text.lowercased()
        return isShown(in: lower) || lower.contains("aws sso login") || RenewalTool(text, scene: scene) != nil
    }

    /// Whether a reporter tells that keys were taken from the access portal, or got by single sign-on.
    ///
    /// - Parameters:
    ///   - text: In small letters.
    ///   - words: Its words.
    static func isSourceOfKeys(_ text: String, _ words: WordText) -> Bool {
        text.contains("access portal")
            || words.has(
                all: ["keys|key|credentials|creds", "from|by|via|through", "sso|portal"], isOneSentence: true)
    }
}
