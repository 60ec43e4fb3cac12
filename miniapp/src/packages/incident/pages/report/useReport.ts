import { useMutation, useQueryClient } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { incidentPage } from '../../../../components/IncidentRow';
import { followIncident, reportIncident } from '../../../../features/incident/api';
import { usePhotoTray } from '../../../../features/photo/usePhotoTray';
import { useVoiceNote } from '../../../../features/voice/useVoiceNote';
import type { IncidentDetail, IncidentFollowing, NearIncident } from '../../../../request/contract';
import { Refusal, sentence } from '../../../../request/refusal';
import { useHere } from '../../../../session/here.store';
import { useSession, useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';
import { lookAround } from './near-lookup';
import {
  type DraftWhere,
  dropDraft,
  hasContent,
  inWords,
  keepDraft,
  keptDraft,
  newDraft,
  type ReportDraft,
} from './report-draft';
import { FIELDS, faultsFromRefusal, faultsOf, type ReportFaults } from './report-faults';

/** The place whose code was scanned last, as the draft says it. */
function whereWeAre(): DraftWhere | null {
  const { here } = useHere.getState();
  if (!here?.placeCode || !here.placeLabel) return null;
  return { label: here.placeLabel, gridName: here.gridName, placeCode: here.placeCode };
}

/**
 * The draft left on this phone, else a new one. Whoever scanned another code since is standing somewhere else now,
 * and the report is about there.
 */
function draftToGoOnWith(): ReportDraft {
  const scannedCode = useHere.getState().here?.placeCode ?? null;
  const kept = keptDraft();
  if (kept === null) return newDraft(whereWeAre(), scannedCode);
  if (scannedCode === null || scannedCode === kept.scannedCode) return kept;
  return { ...kept, where: whereWeAre(), scannedCode };
}

/** A report from its first word to the server's answer: the draft, its faults, and sending it. */
export function useReport() {
  const client = useQueryClient();
  const signedIn = useSignedIn();
  const [draft, setDraft] = useState<ReportDraft>(draftToGoOnWith);
  const [faults, setFaults] = useState<ReportFaults>({});
  const [done, setDone] = useState<IncidentDetail | null>(null);
  const [roomForPhotos, setRoomForPhotos] = useState(true);
  const [near, setNear] = useState<NearIncident[]>([]);
  const [looking, setLooking] = useState(false);
  const latest = useRef(draft);
  const dropped = useRef(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const change = useCallback((part: Partial<ReportDraft>) => {
    // A picture or a recording that arrives after the draft was dropped must not bring it back.
    if (dropped.current) return;
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
    if (hasContent(latest.current) || latest.current.sendWhenSignedIn) {
      setRoomForPhotos(keepDraft(latest.current));
    } else {
      dropDraft();
    }
  }, []);

  const tray = usePhotoTray(
    draft.photos,
    useCallback((photos) => change({ photos }), [change]),
  );

  const voice = useVoiceNote(
    draft.voice ?? null,
    useCallback(
      (note) => {
        change({ voice: note });
        if (note !== null) setFaults(({ text: _said, voice: _settled, ...rest }) => rest);
      },
      [change],
    ),
  );

  /** Says what is wrong beside each field, and brings the first into sight: the button at the thumb always is. */
  const point = (next: ReportFaults): boolean => {
    setFaults(next);
    const first = FIELDS.find((field) => next[field]);
    if (first) void Taro.pageScrollTo({ selector: `#report-field-${first}` });
    return first !== undefined;
  };

  const sending = useMutation<IncidentDetail | null>({
    mutationFn: async () => {
      if (!(await tray.sendAll())) {
        point({ photos: '有照片没传上去，点一下再传，或者去掉它' });
        return null;
      }
      if (!(await voice.send())) {
        point({ voice: '录音没传上去，点一下再传，或者去掉它' });
        return null;
      }
      const { id, text, categoryCode, where, placeNote, photos, startedAt } = latest.current;
      const voiceId = latest.current.voice?.id;
      if (categoryCode === null || where === null) return null;
      return reportIncident({
        id,
        categoryCode,
        description: text.trim(),
        photoIds: photos.map((photo) => photo.id),
        happenedAt: startedAt,
        ...(voiceId ? { voiceId } : {}),
        ...(placeNote.trim() ? { placeNote: placeNote.trim() } : {}),
        ...(where.placeCode ? { placeCode: where.placeCode } : {}),
        ...(where.placeId ? { placeId: where.placeId } : {}),
        ...(where.buildingId ? { buildingId: where.buildingId } : {}),
        ...(where.location ? { location: where.location } : {}),
        ...(where.communityId ? { communityId: where.communityId } : {}),
      });
    },
    onSuccess: (incident) => {
      if (incident === null) return;
      dropped.current = true;
      dropDraft();
      voice.remove();
      setDone(incident);
      client.setQueryData(['incident', incident.id], incident);
      for (const key of ['public', 'mine', 'workbench']) void client.invalidateQueries({ queryKey: [key] });
    },
    onError: (error) => {
      if (error instanceof Refusal && error.code === 'request/id-used-differently') return openWhatArrived();
      point(faultsFromRefusal(error));
      if (error instanceof Refusal && error.problem.status === 401) {
        signInTo({ sendWhenSignedIn: true });
      }
    },
  });

  /** Its answer was lost and a word was changed since: what the neighbourhood has is shown, and no second one is made. */
  const openWhatArrived = async () => {
    const { id } = latest.current;
    dropped.current = true;
    dropDraft();
    voice.remove();
    await Taro.showModal({
      title: '上次其实报上了',
      content: '社区收到的是先前写的，后来改的没有算进去。',
      showCancel: false,
      confirmText: '去看看',
    });
    await Taro.redirectTo({ url: incidentPage(id) });
  };

  const following = useMutation<IncidentFollowing, unknown, string>({
    mutationFn: followIncident,
    onSuccess: (_answer, id) => {
      for (const { id: photoId } of latest.current.photos) tray.remove(photoId);
      voice.remove();
      dropped.current = true;
      dropDraft();
      for (const key of [['incident', id], ['followed']]) void client.invalidateQueries({ queryKey: key });
      void Taro.redirectTo({ url: incidentPage(id) });
    },
    onError: (error, id) => {
      if (error instanceof Refusal && error.problem.status === 401) signInTo({ followWhenSignedIn: id });
    },
  });

  const signInTo = (next: { sendWhenSignedIn: true } | { followWhenSignedIn: string }) => {
    change({ sendWhenSignedIn: false, followWhenSignedIn: null, ...next });
    goSignIn();
  };

  const goOn = () => {
    setNear([]);
    if (useSession.getState().session === null) signInTo({ sendWhenSignedIn: true });
    else sending.mutate();
  };

  /** Looks whether it was reported already; sends when nothing is near. */
  const lookAndSend = async () => {
    setLooking(true);
    const found = await lookAround(latest.current);
    if (!here.current) return;
    setLooking(false);
    following.reset();
    if (found.length === 0) goOn();
    else setNear(found);
  };

  const send = async () => {
    await voice.finish();
    // Whoever wrote where it is and picked nothing has said it: in the community that is shown.
    const { here: shown } = useHere.getState();
    if (latest.current.where === null && latest.current.placeNote.trim() !== '' && shown !== null)
      change({ where: inWords(shown) });
    if (point(faultsOf(latest.current)) || sending.isPending || looking) return;
    await lookAndSend();
  };

  const follow = (id: string) => {
    if (following.isPending) return;
    if (signedIn) following.mutate(id);
    else signInTo({ followWhenSignedIn: id });
  };

  const noneOfThese = () => {
    const notThese = [...(latest.current.notThese ?? []), ...near.map(({ id }) => id)];
    change({ notThese });
    goOn();
  };

  // Whoever pressed a button and then signed in does not have to press it again.
  const resume = useRef<() => void>(() => undefined);
  resume.current = () => {
    const { sendWhenSignedIn, followWhenSignedIn } = latest.current;
    if (!sendWhenSignedIn && !followWhenSignedIn) return;
    change({ sendWhenSignedIn: false, followWhenSignedIn: null });
    if (followWhenSignedIn) following.mutate(followWhenSignedIn);
    else void lookAndSend();
  };
  useEffect(() => {
    if (signedIn) resume.current();
  }, [signedIn]);

  const again = () => {
    dropped.current = false;
    dropDraft();
    latest.current = newDraft(latest.current.where, latest.current.scannedCode);
    setDraft(latest.current);
    tray.clear();
    voice.remove();
    setFaults({});
    setDone(null);
    sending.reset();
  };

  const write = (part: Partial<ReportDraft>, ...fields: (keyof ReportFaults)[]) => {
    setFaults((before) => {
      const rest = { ...before };
      for (const field of fields) delete rest[field];
      return rest;
    });
    change(part);
  };

  return {
    draft,
    write,
    faults,
    tray,
    voice,
    send,
    sending,
    looking,
    near: {
      items: near,
      following: following.isPending ? following.variables : null,
      failure: following.isError ? sentence(following.error) : undefined,
      follow,
      noneOfThese,
      close: () => setNear([]),
    },
    done,
    again,
    signedIn,
    roomForPhotos,
  };
}
