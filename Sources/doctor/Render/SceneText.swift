import Report

/// The scene of a failure in a sentence: who answered, what was called, through what.
enum SceneText {
    /// The line; `nil` when nothing of the scene is known.
    static func line(_ scene: Scene) -> String? {
        var parts: [String] = []
        if let fact = scene.answeredBy {
            parts.append(
                fact.value == Scene.ownClient ? "no answer: \(fact.value) failed" : "answered by \(fact.value)")
        }
        if scene.answeredBy == nil, let fact = scene.service { parts.append("calling \(fact.value)") }
        parts += [scene.operation, scene.model].compactMap { $0?.value }
        if let region = scene.region {
            let other = scene.otherRegion.map { fact in
                ", beside \(fact.value)" + (fact.line.map { " (line \($0))" } ?? "")
            }
            parts.append(region.value + (other ?? ""))
        }
        switch (scene.client, scene.sdk) {
        case (let client?, let sdk?): parts.append("through \(client.value), \(sdk.value)")
        case (let one?, nil), (nil, let one?): parts.append("through \(one.value)")
        case (nil, nil): break
        }
        if let fact = scene.runtime { parts.append("in \(fact.value)") }
        return parts.isEmpty ? nil : VisibleText.of("scene: " + parts.joined(separator: " \u{B7} "))
    }
}
