package dev.primacy.event;

/**
 * Something an operator should know about Primacy itself.
 *
 * @since 0.1
 */
public sealed interface OperationalEvent extends ClusterEvent
    permits ObserverFailed,
        ObserverStalled,
        EventsOverflowed,
        ConflictingPrimaries,
        AlarmRaised,
        AlarmCleared,
        EngineConnectionLost,
        EngineConnectionRestored,
        ControlTaken,
        Heartbeat,
        HealthChecked,
        InactivityCheck,
        EngineSwitched,
        WatchFailed,
        ClusterMonitorError,
        MonitorStopped {}
