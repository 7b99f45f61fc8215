import Codes
import Evidence
import JSONText
import Report
import WireText

/// What a paste shows, or its reporter tells, of where the credentials come from, where that says more than the chain of providers:
/// a command that works by itself, keys under names that nobody reads, half of a session, a provider that was not wanted.
///
/// Each of these stands in a file of its subject.
struct ReportedSource {
    let call: FailedCall
    let text: String
    let lower: String

    init(_ call: FailedCall) {
        self.call = call
        text = String(call.shown.prefix(32_768))
        lower = text.lowercased()
    }

    /// What to do first; empty where nothing of the kind is shown.
    func remedies(_ code: FindingCode) -> [Remedy] {
        switch code {
        case .credentialsMissing, .credentialsServiceUnreachable:
            [unwanted, microMachine, method, foreignNames, command, withoutChain, unfollowedRole, configFileOnly].lazy
                .compactMap { $0 }
                .first ?? []
        case .tokenInvalid:
            [exported, workingProfile, halfSession, TemporaryKeys(call).remedy.map { [$0] }].lazy.compactMap { $0 }
                .first ?? []
        case .tokenExpired: profileOfDesktop ?? []
        default: []
        }
    }

    var program: String {
        call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
    }
}
