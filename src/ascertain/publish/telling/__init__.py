"""The parts of an account, one file each: functions from a scene to sentences."""
