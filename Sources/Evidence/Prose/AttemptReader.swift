/// Reads from a reporter's sentences what was tried already.
enum AttemptReader {
    /// Words of doing beside the words of what was done.
    private struct Row {
        let kind: Attempt.Kind
        let verbs: Set<String>
        /// One of these stands behind the verb, each as words.
        let objects: [[String]]

        init(_ kind: Attempt.Kind, _ verbs: Set<String>, _ objects: String...) {
            self.kind = kind
            self.verbs = verbs
            self.objects = objects.map { $0.split(separator: " ").map(String.init) }
        }
    }

    private static let rows: [Row] = [
        Row(
            .login,
            [
                "ran", "run", "rerun", "re-ran", "did", "done", "tried", "executed", "performed", "using", "after",
                "running",
            ],
            "aws sso login", "sso login", "aws login", "az login", "aws-vault login", "saml2aws login"),
        Row(
            .login,
            [
                "logged", "logging", "signed", "re-login", "relogged", "re-authenticated", "reauthenticated",
                "refreshed",
            ],
            "in again", "out and in", "back in", "out and back", "in freshly", "the session", "the token",
            "my credentials",
            "the credentials", "with sso", "the sso"),
        Row(
            .newKeys,
            [
                "created", "generated", "rotated", "regenerated", "tried", "made", "issued", "used", "recreated",
                "re-created",
                "creating", "generating", "rotating", "regenerating", "replaced",
            ],
            "new key*", "new access key*", "fresh key*", "another key*", "different key*", "new credential*",
            "new set of", "new iam",
            "new secret*", "the key*", "my key*", "the access key*", "my access key*", "new api key*",
            "another access key*",
            "several key*", "multiple key*", "other key*", "different credential*", "fresh credential*", "a new pair",
            "new user",
            "new iam user", "the credential*", "my credential*", "new bearer token"),
        Row(
            .checkedKeys,
            [
                "checked", "verified", "double-checked", "triple-checked", "confirmed", "validated", "double", "triple",
                "compared",
                "rechecked", "re-checked", "copied", "copy-pasted", "tested",
            ],
            "key*", "my key*", "the key*", "the credential*", "my credential*", "credential*", "the secret*", "secret*",
            "access key*",
            "the access key*", "creds", "aws key*", "the aws key*", "the aws credential*", "ak/sk", "checked the key*",
            "api key*", "the api key*", "my api key*", "the bearer token", "the same key*",
            "checked the secret*", "checked my key*", "checked the credential*", "checked my credential*", "both key*"),
        Row(
            .clock,
            [
                "synced", "synchronized", "synchronised", "checked", "verified", "set", "fixed", "resynced",
                "corrected", "confirmed",
            ],
            "the clock", "my clock", "clock", "the time", "system time", "the system clock", "ntp", "time sync",
            "the date",
            "my system clock", "system clock", "the server time"),
        Row(
            .update,
            [
                "updated", "upgraded", "reinstalled", "tried", "installed", "using", "running", "on", "updating",
                "upgrading", "am",
            ],
            "the latest", "latest version*", "to latest", "to the latest", "the newest", "to the newest",
            "newest version*",
            "latest release", "on the latest", "latest sdk", "latest"),
        Row(
            .downgrade, ["downgraded", "downgrading", "reverted", "rolled", "tried"],
            "to an older", "to older", "to the previous", "older version*", "to a previous", "back to",
            "previous version*",
            "an older version"),
        Row(
            .restart, ["restarted", "rebooted", "restarting", "rebooting", "reloaded"],
            "the", "my", "everything", "it", "vs", "vscode", "docker", "machine", "computer", "several", "multiple",
            "claude", "server"),
        Row(
            .policy,
            ["attached", "added", "granted", "gave", "given", "has", "have", "assigned", "with", "gives", "allows"],
            "amazonbedrockfullaccess", "administratoraccess", "full access", "admin access", "admin permission*",
            "the policy", "the permission*", "bedrock:*", "bedrock:invokemodel", "all permission*", "full bedrock",
            "admin right*",
            "full permission*", "the required permission*", "all the permission*", "all necessary permission*",
            "bedrock full",
            "necessary permission*", "required permission*", "correct permission*", "the necessary permission*",
            "an iam policy",
            "administrator access", "a policy", "the following policy", "the correct permission*", "bedrock permission*"
        ),
        Row(
            .modelAccess,
            ["enabled", "granted", "requested", "have", "has", "got", "been", "activated", "given", "approved"],
            "model access", "access to the model*", "access to all model*", "access to all models", "access to claude",
            "access to anthropic", "access to all", "access to both", "access to these", "access to this model",
            "access granted", "the model access", "granted access",
            "access for the model*", "the model in", "all models", "all the models", "access to this"),
        Row(
            .region, ["changed", "tried", "switched", "changing", "trying", "switching", "tested"],
            "the region", "different region*", "other region*", "another region", "region*", "multiple region*",
            "several region*",
            "to another region", "to us-east-1", "to us-west-2", "all region*", "with different region*"),
        Row(
            .certificate, ["added", "installed", "set", "configured", "imported", "exported", "tried"],
            "the certificate*", "the ca", "our ca", "the root ca", "certificate*", "the corporate ca", "ca bundle",
            "the cert*",
            "root certificate*", "the root certificate*", "our root certificate*", "the ca bundle",
            "corporate certificate*",
            "the zscaler"),
    ]

    /// What was tried, each kind once.
    static func attempts(in sentences: [ProseSentence]) -> [Attempt] {
        var found: [Attempt] = []
        for sentence in sentences where Assertion.isStatement(sentence) && !sentence.isQuestion {
            for kind in DoneState.kinds(in: sentence) {
                found.append(Attempt(kind: kind, evidence: sentence.text, line: sentence.line))
            }
            if BriefLogin.isTold(in: sentence) {
                found.append(Attempt(kind: .briefLogin, evidence: sentence.text, line: sentence.line))
            }
            if sameStrings(sentence) {
                found.append(Attempt(kind: .comparedStrings, evidence: sentence.text, line: sentence.line))
            }
        }
        for sentence in sentences where isTold(sentence) {
            for row in rows where stands(row, in: sentence) {
                found.append(Attempt(kind: row.kind, evidence: sentence.text, line: sentence.line))
            }
            for name in VariableMention.told(in: sentence) {
                found.append(Attempt(kind: .variable(name), evidence: sentence.text, line: sentence.line))
            }
        }
        var seen: Set<Attempt.Kind> = []
        return found.filter { seen.insert($0.kind).inserted }
    }

    // MARK: Sentences

    private static let persons: Set<String> = [
        "i", "we", "i've", "we've", "already", "also", "tried", "even", "have", "has", "i'm", "ive", "been", "is",
        "are", "our", "my",
    ]

    /// Whether a sentence tells what somebody did, and neither asks nor bids.
    private static func isTold(_ sentence: ProseSentence) -> Bool {
        guard !sentence.isQuestion, Assertion.isStatement(sentence) else { return false }
        // Whoever lists the steps by which it fails has taken them.
        if sentence.part == .steps { return true }
        guard sentence.part == .told else { return false }
        let texts = sentence.words.map(\.text)
        guard let first = texts.first,
            !["please", "to", "make", "ensure", "verify", "you", "run", "set"].contains(first)
        else {
            return false
        }
        return texts.contains(where: persons.contains) || verbs.contains(first)
    }

    private static let verbs = Set(rows.flatMap(\.verbs))

    /// How steps tell what was done, each kind in verbs of its own: `Attach AmazonBedrockFullAccess`, `Create a new access key`.
    private static let bidding: [Attempt.Kind: Set<String>] = [
        .policy: ["attach", "add", "grant", "give", "assign", "with"],
        .newKeys: ["create", "rotate", "generate", "make"],
        .modelAccess: ["enable", "request", "grant"],
        .clock: ["sync", "set"],
        .update: ["update", "upgrade", "install"],
        .restart: ["restart", "reboot"],
        .certificate: ["add", "install"],
        .login: ["log", "sign"],
    ]

    // MARK: Sentences of their own

    private static let strings: Set<String> = [
        "canonical", "string-to-sign", "stringtosign", "strings", "canonicalrequest", "string", "hash", "hashes",
    ]
    private static let equal: Set<String> = [
        "identical", "same", "equal", "match", "matches", "matched", "identically",
    ]

    /// `My canonical request and string to sign are identical to those in the answer`.
    private static func sameStrings(_ sentence: ProseSentence) -> Bool {
        let words = sentence.words[...]
        let texts = Set(words.map(\.text))
        let isOfSigning =
            texts.contains("canonical") || texts.contains("string-to-sign") || texts.contains("stringtosign")
            || texts.isSuperset(of: ["string", "sign"]) || texts.contains("canonicalrequest")
            || texts.contains("strings")
        guard isOfSigning, !strings.isDisjoint(with: texts), !texts.contains("signature") else { return false }
        return words.indices.contains { place in
            guard equal.contains(words[place].text), !Negation.stands(before: place, in: words) else { return false }
            // `use the same string` compares nothing.
            let isVerb = words[place].text.hasPrefix("match")
            let before = words[..<place].suffix(4).map(\.text)
            return isVerb || before.contains { ["is", "are", "was", "were", "be", "exactly"].contains($0) }
        }
    }

    // MARK: Instructions

    /// Words behind which a verb is told to somebody.
    private static let instructing: Set<String> = ["try", "please", "consider", "re-try", "retry"]

    /// Forms that tell of something done only where a person stands before them.
    private static let bare: Set<String> = ["run", "rerun"]
    private static let doers: Set<String> = ["i", "we", "i've", "we've", "have", "has", "had", "was", "were", "been"]

    /// Whether a verb is what an error, or the title that repeats it, asks for: `try running aws sso login and try again`.
    private static func isInstruction(_ place: Int, in words: ArraySlice<ProseSentence.Word>) -> Bool {
        let before = words[max(words.startIndex, place - 3)..<place].map(\.text)
        let isOfDoer = before.contains(where: doers.contains)
        if bare.contains(words[place].text) { return !isOfDoer }
        return before.suffix(2).contains(where: instructing.contains) && !isOfDoer
    }

    private static func isOfOrigin(_ words: ArraySlice<ProseSentence.Word>) -> Bool {
        words.contains { ["portal", "console", "window", "page"].contains($0.text) }
    }

    /// What is told to be absent, nobody did: `There is no logic to read credentials anew after aws sso login`.
    private static func isOfAbsence(_ place: Int, in words: ArraySlice<ProseSentence.Word>) -> Bool {
        let before = words[..<place].suffix(16)
        guard let absence = before.indices.last(where: { isAbsence($0, in: before) }) else { return false }
        return !before[absence...].contains { doers.contains($0.text) }
    }

    private static let changes: Set<String> = [
        "change", "luck", "effect", "difference", "success", "longer", "problem", "problems", "issue", "issues",
        "avail", "matter",
    ]

    private static func isAbsence(_ place: Int, in words: ArraySlice<ProseSentence.Word>) -> Bool {
        switch words[place].text {
        case "lacks", "lack", "lacking", "missing": return true
        case "no":
            guard place > words.startIndex, place + 1 < words.endIndex else { return false }
            return ["is", "are", "was", "has", "have", "provides", "there's"].contains(words[place - 1].text)
                && !changes.contains(words[place + 1].text)
        default: return false
        }
    }

    /// What stands before a login that was an occasion, not an act: a person must stand there, or the failure that goes on.
    private static let occasions: Set<String> = ["after", "using", "running", "done"]
    private static let lasting: Set<String> = [
        "i", "we", "i've", "we've", "my", "our", "still", "again", "even", "same", "persists", "persist",
        "continues", "nothing", "though", "although", "despite", "already",
    ]

    private static func stands(_ row: Row, in sentence: ProseSentence) -> Bool {
        let words = sentence.words[...]
        return words.indices.contains { place in
            let isStep = sentence.part == .steps
            let isBid = isStep && bidding[row.kind]?.contains(words[place].text) ?? false
            guard row.verbs.contains(words[place].text) || isBid, !isOfAbsence(place, in: words),
                row.kind != .login || !occasions.contains(words[place].text) || isStep
                    || words.contains(where: { lasting.contains($0.text) }),
                !Negation.stands(before: place, in: words), !isInstruction(place, in: words),
                isStep || Assertion.holds(of: place, in: words, isGood: true)
            else { return false }
            // A word or two may stand between: `added already the ...`.
            return (1...3).contains { gap in
                let rest = words[min(words.endIndex, place + gap)...]
                // `copied from the portal` tells where they come from.
                if row.kind == .checkedKeys, words[place].text.hasPrefix("cop"), isOfOrigin(words) { return false }
                return row.objects.contains { object in
                    rest.count >= object.count
                        && zip(object, rest).allSatisfy { wanted, word in
                            wanted.hasSuffix("*") ? word.text.hasPrefix(wanted.dropLast()) : word.text == wanted
                        }
                }
            }
        }
    }
}
