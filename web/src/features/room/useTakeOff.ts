import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { type SlideAnswer, takeOffSlide } from '@/api';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';

/** Takes whatever is on the stage off it. */
export function useTakeOff(programme: ProgrammeModel, meeting: string): UseMutationResult<SlideAnswer, unknown, void> {
  return useMutation({
    mutationFn: () => takeOffSlide(meeting),
    onSuccess: (answer) => {
      // The button goes with the slide: the focus must not be lost with it.
      document.getElementById('controls')?.focus();
      programme.slideIs(answer);
    },
  });
}
