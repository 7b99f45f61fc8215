import Evidence
import Report

/// Keys of which a paste tells that they are temporary, and what became of their session token, where AWS does not know them.
///
/// Sources: <https://docs.aws.amazon.com/singlesignon/latest/userguide/howtogetcredentials.html> (the access portal gives three values),
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html>.
struct TemporaryKeys {
    private let call: FailedCall
    private let text: String
    private let lower: String
    private let words: WordText

    init(_ call: FailedCall) {
        self.call = call
        text = String(call.shown.prefix(32_768))
        lower = text.lowercased()
        words = WordText(call.answer.surroundings)
    }

    /// What to do first; `nil` where nothing says that the keys are temporary.
    var remedy: Remedy? {
        if isToken, isTried || isGoodElsewhere { return dropped }
        // Where the key itself is shown, the advice about shown keys says so.
        return isTemporary && !isToken && !ShownKeys.holds("ASIA", in: text) ? absent : nil
    }

    /// Whether something shows that the keys come with a session token, so that none is to be taken away.
    var isTemporary: Bool { isToken && !holdsLongLived || isOfSession }

    /// What holds for either kind of key, where nothing shows which it is: no command is right for both.
    var tokenOrNone: Remedy? {
        isTemporary
            ? nil
            : Remedy(
                """
                A temporary key (ASIA...) needs its AWS_SESSION_TOKEN where the program signs; a long-lived one (AKIA...) must have none \
                (unset AWS_SESSION_TOKEN).
                """
            ).about(.token)
    }

    // MARK: What is shown

    private static let origins = [
        "temporary key", "temporary cred", "temporary aws", "temporary access", "temp cred", "temp key", "temp aws",
        "temporary security cred", "short-term cred", "short term cred", "short-lived cred", "short lived cred",
        "short-lived key", "short-term key", "short-lived aws", "session credentials", "sts credentials",
        "get-session-token", "getsessiontoken", "export-credentials", "asia...", "asia\u{2026}", "asia*",
    ]

    /// Whether the source of the keys, as the reporter names it, gives none but temporary ones.
    private var isOfSession: Bool {
        Self.origins.contains(where: lower.contains) || text.contains("ASIA") || RenewalTool.isNamed(in: lower)
            || SignOnProfile.isSourceOfKeys(lower, words)
            || words.has(
                all: ["keys|key|credentials|creds", "from|by|via|through", "sts|federation|saml"], isOneSentence: true)
            || words.has("credentials|creds|keys temporary|expire|expiring|rotated|rotate")
    }

    private var holdsLongLived: Bool { text.contains("AKIA") }

    /// Whether the paste speaks of a session token at all.
    private var isToken: Bool { ShownKeys.namesToken(in: lower) && !isOfTwoFields }

    /// A form or a setting without a place for the third value.
    private var isOfTwoFields: Bool {
        words.has(
            all: [
                "no|without|lacks|missing|only|doesnt", "session token|sessiontoken", "field|input|option|box|place",
            ],
            isOneSentence: true)
    }

    private static let token: WordPhrase = "session token"

    /// The token was given to the program, and that changed nothing.
    private var isTried: Bool {
        let isGiven = words.has(
            all: [
                "tried|added|adding|passed|passing|set|setting|included|including|provided|supplied", Self.token,
            ], none: ["unset|unsetting|removed|removing|deleted|without"], isOneSentence: true)
        return isGiven
            && (words.has("didnt|not|doesnt|did|no help|work|effect|difference|luck|change|matter")
                || words.has("same error|result") || words.has("still error|fails|failing|invalid|getting|get"))
    }

    /// The same three values are taken by something else.
    private var isGoodElsewhere: Bool {
        words.has(
            all: ["verified|confirmed|checked|tested|same|these|my", Self.token, "working|work|works|valid|good"],
            none: ["not|dont|doesnt|arent"], isOneSentence: true)
            || words.has(
                all: [
                    "same|these|my keys|credentials|creds", "work|works|working|succeed fine|with|using|in|for|from",
                ], none: ["not|dont|doesnt|never"], isOneSentence: true)
    }

    // MARK: What to do

    private var program: String {
        call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
    }

    private var isOfCluster: Bool {
        ["kubernetes", "k8s", "operator", "kubectl", "helm", "to the secret"].contains(where: lower.contains)
    }

    private var isOfForm: Bool {
        ["the form", "its form", "web ui", "web url", "provider page", "settings page", "dialog", "docker"].contains(
            where: lower.contains) || words.has("copied|copy|paste|pasted access|secret key")
    }

    private var role: String {
        isOfCluster
            ? "give its pod a role and leave the keys out (EKS Pod Identity, or IRSA: eks.amazonaws.com/role-arn on the pod's own service account)"
            : "give it a profile or a role (AWS_PROFILE; a task, pod or instance role)"
    }

    private var dropped: Remedy {
        let direct =
            isOfCluster
            ? "Until it does, \(role)"
            : "Until it does, set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN in the environment of \(program) itself and leave keys out of its settings, so that the SDK takes all three; or \(role)"
        return Remedy(
            """
            Update \(program): it is given a session token and does not hand it on, so AWS gets a temporary key without the token that it counts with. \(direct); or use a long-lived key (AKIA...) of an IAM user. \
            All three values must be of one session: a new key with the token of the session before is refused in the same words.
            """
        ).about(.instruction)
    }

    private var absent: Remedy {
        Remedy(
            """
            Give \(program) the session token, too: keys from the access portal, single sign-on, AWS STS or an organisation's tool are temporary (ASIA...) and count only with the third value that is shown below them (AWS_SESSION_TOKEN); with key id \
            and secret alone AWS does not know them. \(isOfForm ? "If its form has no field for it" : "If it has no setting for it"), use the access key of an IAM user (AKIA...), a Bedrock API key where it takes one, or \(role).
            """
        ).about(.instruction)
    }
}
