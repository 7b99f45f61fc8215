import Codes
import Evidence
import Report

/// A client whose signed calls of bedrock-mantle end in 404, while those with a bearer token are answered.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/bedrock-mantle.html>.
extension Advice {
    static let mantle: [Advice] = [
        Advice("mantle", for: .wrongEndpoint, .modelIDInvalid, .answerNotFromService) { call in call.mantleByToken }
    ]
}

extension FailedCall {
    fileprivate var mantleByToken: Remedy? {
        let told = WordText(shown.prefix(16_384))
        let works = told.has("work|works|succeed|succeeds|answered bearer token") || told.has("bearer token")
        guard works, told.has("404") || told.has("endpoint not found"),
            told.has("sigv4|profile|named_profile|signed"), told.has("work|works|succeed|succeeds|answered")
        else { return nil }
        return Remedy(
            """
            Give the program the bearer token, which is answered: with an API key of Bedrock's, or a short-term one made from the same profile, it calls bedrock-mantle by the right path, and by its signed way (profile, SigV4) it calls a path that the host does not have. Model, region and \
            credentials are right. Update the program, and report both ways to its makers; a short-term token ends with the session that it was made from, at the latest after 12 hours.
            """
        ).about(.instruction)
    }
}
