import Codes
import Evidence
import Report

/// The words "Internal Server Error" of a program's own server: AWS gives such an answer a type and a request id, and so does whoever
/// passes it on.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html>.
enum ForeignServerError {
    /// Whether nothing shows AWS as the speaker, and a program of one's own is shown: by a person's sentence, a program of the scene, or a
    /// local address.
    static func stands(in read: ReadAnswer, _ found: [CauseCandidate], _ scene: Scene, surroundings: String) -> Bool {
        guard let first = found.first, first.cause == .internalError else { return false }
        guard read.requestID == nil, read.operation == nil,
            read.errorType.map({ !ErrorTypeName.isFromAWS($0) }) ?? true,
            scene.service == nil, !read.hasToldStatus
        else { return false }
        let text = read.whole
        // A gateway's or an SDK's wrapper names who said it.
        if ["Exception", "APIError", "amazonaws.com", "InternalServerError"].contains(where: text.contains) {
            return false
        }
        let words = WordText(text)
        guard words.has("internal server error") else { return false }
        if let origin = CalledOrigin.first(in: text), !origin.contains("amazonaws.com") { return true }
        return scene.program.map { servers.contains($0.name) } ?? false || isTold(text)
    }

    /// Whether the words stand in a person's sentence: `an "Internal Server Error" occurred when saving`.
    private static func isTold(_ text: String) -> Bool {
        let words = WordText(text)
        return words.has("says|shows|shown|occurred|occurs|displays|get|got|gives internal server error")
            && words.has("when|while|after|if|as")
    }

    private static let servers = Set(
        [
            ClientProgram.dify, .n8n, .openWebUI, .libreChat, .lobeChat, .bedrockAccessGateway, .kibana, .higress,
        ].map(\.name))
}
