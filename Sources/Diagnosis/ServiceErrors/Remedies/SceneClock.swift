import Report
import WireText

/// How the clock is set of the machine that the scene shows, which is not always the one that reads about it.
enum SceneClock {
    /// `nil` where the scene shows no machine whose clock another keeps.
    static func remedies(_ scene: Scene, text: String) -> [Remedy]? {
        let runtime = scene.runtimePlace
        if runtime == .wsl || text.contains("WSL") { return ClockRemedies.windows(sudo: "sudo ") }
        if runtime == .docker || runtime == .kubernetes || runtime == .ecs { return [ClockRemedies.containerHost] }
        return nil
    }
}
