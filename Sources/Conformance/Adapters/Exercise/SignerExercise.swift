package import JSONText
import SigV4

/// A signing vector given to somebody else's signer.
package struct SignerExercise: AdapterExercise {
    let vector: SigningCase
    let forensics: SignerForensics

    /// The feature of a signer that reads the time from its own clock and cannot be given one.
    static let ownClock = "own-clock"

    package init(_ vector: SigningCase, forensics: SignerForensics) {
        self.vector = vector
        self.forensics = forensics
    }

    package var id: String { vector.id }

    package var needs: [String] { [vector.parameters.options.location == .headers ? "headers" : "query"] }

    package var reasonToSkip: String? {
        vector.choices == nil ? "the protocol has no word for a payload line that is given as it is" : nil
    }

    package func begin() -> JSONObject {
        [
            "id": .string(id), "request": vector.request.json,
            "credentials": AdapterCredentials(vector.parameters.credentials).json,
            "region": .string(vector.parameters.region), "service": .string(vector.parameters.service),
            "time": .string(vector.parameters.time.amzDate), "options": .object(vector.choices ?? JSONObject()),
        ]
    }

    package func judge(_ answer: JSONCursor, of adapter: AdapterHello) throws(JSONShapeError) -> CaseJudgement {
        let answer = try SignerAnswer(answer)
        var judged = vector
        if adapter.features.contains(Self.ownClock) {
            // Of its time it need only be sure itself: the scope and the signature must agree with it.
            judged.parameters.time = answer.signedTime ?? vector.parameters.time
        }
        return SignerJudge(vector: judged, answer: answer, forensics: forensics).judgement()
    }
}
